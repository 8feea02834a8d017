package dev.anchors.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LinksTest {

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 7, 8, 9, 16, 17, 100, 10_000})
    void of_one_kind_are_a_linked_hash_set_that_cannot_change(int size) {
        Random random = new Random(size);
        List<AssetId> assets = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            assets.add(asset(random.nextInt(size)));
        }
        Set<AssetId> expected = new LinkedHashSet<>(assets);

        Set<AssetId> set = Links.of(assets).of(AssetId.class);

        assertThat(set)
                .containsExactlyElementsOf(expected)
                .hasSameSizeAs(expected)
                .isEqualTo(expected)
                .hasSameHashCodeAs(expected)
                .isUnmodifiable();
        for (int i = 0; i < size; i++) {
            assertThat(set.contains(asset(i))).isEqualTo(expected.contains(asset(i)));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3, 100})
    void are_told_apart_by_kind_in_whichever_order_they_come(int each) {
        List<MaterialId> mixed = new ArrayList<>();
        for (int i = 0; i < each; i++) {
            mixed.add(new WorkstreamEventId("same " + i));
            mixed.add(asset(i));
            mixed.add(new PersonId("same " + i));
            mixed.add(new AssetId("same " + i));
        }

        Links links = Links.of(mixed);

        assertThat(links.of(PersonId.class)).hasSize(each).containsExactlyElementsOf(only(mixed, PersonId.class));
        assertThat(links.of(AssetId.class)).hasSize(each * 2).containsExactlyElementsOf(only(mixed, AssetId.class));
        assertThat(links.of(WorkstreamEventId.class)).containsExactlyElementsOf(only(mixed, WorkstreamEventId.class));
        assertThat(links.of(TagId.class)).isEmpty();
        assertThat(links.of(AssetId.class).contains((Object) new PersonId("same 0")))
                .isFalse();
        assertThat(links.all()).containsExactlyInAnyOrderElementsOf(mixed);
    }

    @Test
    void are_kept_kind_by_kind_although_they_came_the_other_way_round() {
        Links links = Links.of(List.of(new WorkstreamEventId("w"), new PersonId("p"), asset(1)));

        assertThat(links.all()).containsExactly(asset(1), new PersonId("p"), new WorkstreamEventId("w"));
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 6})
    void are_found_among_others_of_the_same_hash_code(int bits) {
        List<AssetId> clashing = new ArrayList<>();
        for (int number = 0; number < 1 << bits; number++) {
            clashing.add(new AssetId(clashing(number, bits)));
        }

        Set<AssetId> set = Links.of(clashing).of(AssetId.class);

        assertThat(clashing)
                .extracting(AssetId::hashCode)
                .containsOnly(clashing.get(0).hashCode());
        assertThat(set).containsExactlyElementsOf(clashing);
        assertThat(clashing).allMatch(set::contains);
        assertThat(set.contains(new AssetId(clashing(0, bits) + "\u0001"))).isFalse();
    }

    @Test
    void are_equal_when_each_kind_has_the_same() {
        Links links = Links.of(List.of(asset(1), asset(2), new TagId("t")));

        assertThat(links)
                .isEqualTo(Links.of(List.of(new TagId("t"), asset(2), asset(1))))
                .hasSameHashCodeAs(Links.of(List.of(new TagId("t"), asset(2), asset(1))))
                .isNotEqualTo(Links.of(List.of(asset(1), asset(2), new PersonId("t"))))
                .isNotEqualTo(Links.of(List.of(asset(1), asset(2))))
                .doesNotHaveSameHashCodeAs(Links.of(List.of(asset(1), asset(2))));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 20})
    void hold_no_null_and_can_be_asked_for_it(int size) {
        AssetId[] assets = new AssetId[size];
        Arrays.fill(assets, asset(1));

        assertThat(Links.of(Arrays.asList(assets)).of(AssetId.class).contains(null))
                .isFalse();

        assets[size - 1] = null;
        assertThatNullPointerException().isThrownBy(() -> Links.of(Arrays.asList(assets)));
    }

    private static AssetId asset(int number) {
        return new AssetId(Integer.toString(number));
    }

    private static <M extends MaterialId> List<M> only(List<MaterialId> materials, Class<M> kind) {
        return materials.stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    /** {@code Aa} and {@code BB} have one hash code, and so has every text made of as many of them. */
    private static String clashing(int number, int bits) {
        StringBuilder text = new StringBuilder();
        for (int bit = 0; bit < bits; bit++) {
            text.append((number >> bit & 1) == 0 ? "Aa" : "BB");
        }
        return text.toString();
    }
}
