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
    void links_of_one_kind_behave_like_an_unmodifiable_linked_hash_set(int size) {
        Random random = new Random(size);
        List<AssetId> assets = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            assets.add(asset(random.nextInt(size)));
        }
        Set<AssetId> expected = new LinkedHashSet<>(assets);

        Set<AssetId> set = links(assets).of(AssetId.class);

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
    void links_of_mixed_kinds_are_separated_by_kind(int each) {
        List<MaterialId> mixed = new ArrayList<>();
        for (int i = 0; i < each; i++) {
            mixed.add(new WorkstreamEventId("same " + i));
            mixed.add(asset(i));
            mixed.add(new PersonId("same " + i));
            mixed.add(new AssetId("same " + i));
        }

        Links links = links(mixed);

        assertThat(links.of(PersonId.class)).hasSize(each).containsExactlyElementsOf(only(mixed, PersonId.class));
        assertThat(links.of(AssetId.class)).hasSize(each * 2).containsExactlyElementsOf(only(mixed, AssetId.class));
        assertThat(links.of(WorkstreamEventId.class)).containsExactlyElementsOf(only(mixed, WorkstreamEventId.class));
        assertThat(links.of(TagId.class)).isEmpty();
        assertThat(links.of(AssetId.class).contains((Object) new PersonId("same 0")))
                .isFalse();
        assertThat(links.all()).containsExactlyInAnyOrderElementsOf(mixed);
    }

    @Test
    void links_are_ordered_by_kind_even_if_they_were_given_in_reverse_order() {
        Links links = links(List.of(new WorkstreamEventId("w"), new PersonId("p"), asset(1)));

        assertThat(links.all()).containsExactly(asset(1), new PersonId("p"), new WorkstreamEventId("w"));
    }

    @Test
    void links_are_equal_if_they_have_the_same_elements_of_each_kind() {
        Links links = links(List.of(asset(1), asset(2), new TagId("t")));

        assertThat(links)
                .isEqualTo(links(List.of(new TagId("t"), asset(2), asset(1))))
                .hasSameHashCodeAs(links(List.of(new TagId("t"), asset(2), asset(1))))
                .isNotEqualTo(links(List.of(asset(1), asset(2), new PersonId("t"))))
                .isNotEqualTo(links(List.of(asset(1), asset(2))))
                .doesNotHaveSameHashCodeAs(links(List.of(asset(1), asset(2))));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 20})
    void links_refuse_null_elements_and_do_not_contain_null(int size) {
        AssetId[] assets = new AssetId[size];
        Arrays.fill(assets, asset(1));

        assertThat(links(Arrays.asList(assets)).of(AssetId.class).contains(null))
                .isFalse();

        assets[size - 1] = null;
        assertThatNullPointerException().isThrownBy(() -> links(Arrays.asList(assets)));
    }

    private static Links links(List<? extends MaterialId> materials) {
        Links.Builder links = new Links.Builder();
        materials.forEach(links::add);
        return links.build();
    }

    private static AssetId asset(int number) {
        return new AssetId(Integer.toString(number));
    }

    private static <M extends MaterialId> List<M> only(List<MaterialId> materials, Class<M> kind) {
        return materials.stream().filter(kind::isInstance).map(kind::cast).toList();
    }
}
