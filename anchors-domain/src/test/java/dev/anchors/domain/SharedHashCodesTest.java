package dev.anchors.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Ids and paths of texts that share a hash code. That they need few comparisons follows from the documentation of
 * {@link java.util.HashMap} for keys that are Comparable to their own class; {@link MixedHashSetTest} counts them.
 */
class SharedHashCodesTest {

    private static final int PAIRS = 12;
    private static final List<String> TEXTS = IntStream.range(0, 1 << PAIRS)
            .mapToObj(SharedHashCodesTest::colliding)
            .toList();
    private static final GroupedTimestamp NOW = GroupedTimestamp.of(Instant.EPOCH);

    @Test
    void the_texts_are_distinct_and_share_a_hash_code() {
        assertThat(TEXTS)
                .doesNotHaveDuplicates()
                .allMatch(text -> text.hashCode() == TEXTS.get(0).hashCode());
    }

    static Stream<Object> idsAndPaths() {
        return Stream.concat(IdentifiersTest.kinds().stream().map(kind -> kind.of("x")), Stream.of(new FullPath("x")));
    }

    /** A hash map does not look at an interface of an interface, or at Comparable of another type. */
    @ParameterizedTest
    @MethodSource("idsAndPaths")
    void ids_and_paths_declare_to_be_comparable_to_their_own_class_as_hash_maps_need(Object value) {
        Stream<Type> arguments = Arrays.stream(value.getClass().getGenericInterfaces())
                .filter(ParameterizedType.class::isInstance)
                .map(ParameterizedType.class::cast)
                .filter(type -> type.getRawType() == Comparable.class)
                .map(type -> type.getActualTypeArguments()[0]);

        assertThat(arguments).containsExactly(value.getClass());
    }

    @Test
    void anchors_are_found_by_ids_and_paths_that_share_a_hash_code() {
        Anchors anchors = Anchors.of(TEXTS.stream()
                .map(text -> Anchor.builder(new AnchorId(text), AnchorType.FILE)
                        .created(NOW)
                        .point(AnchorPoint.builder(new AnchorPointId(text))
                                .fullpath(new FullPath("/" + text))
                                .build())
                        .build())
                .toList());

        assertThat(TEXTS).allMatch(text -> anchors.find(new AnchorId(text)).isPresent());
        assertThat(TEXTS)
                .allMatch(text -> anchors.atPath(new FullPath("/" + text)).size() == 1);
    }

    @Test
    void anchors_are_found_by_links_of_every_kind_that_share_a_hash_code() {
        Anchors anchors = Anchors.of(TEXTS.stream()
                .map(text -> Anchor.builder(new AnchorId(text), AnchorType.FILE)
                        .created(NOW)
                        .links(ofEveryKind(text))
                        .build())
                .toList());

        for (String text : TEXTS) {
            assertThat(ofEveryKind(text))
                    .allMatch(material -> anchors.linkedTo(material).size() == 1);
        }
    }

    @ParameterizedTest
    @EnumSource
    void one_anchor_has_many_links_that_share_a_hash_code(MaterialKind kind) {
        List<MaterialId> links = TEXTS.stream().map(kind::id).toList();

        Anchor anchor = anchorWith(links);

        assertThat(anchor.links(kind).containsAll(links)).isTrue();
        assertThat(anchor.links()).isEqualTo(new HashSet<>(links));
        assertThat(anchor.toBuilder().unlink(links.get(0)).build().links()).hasSize(TEXTS.size() - 1);
    }

    @Test
    void one_anchor_has_many_links_of_every_kind_that_share_a_hash_code() {
        List<MaterialId> links = TEXTS.stream()
                .map(SharedHashCodesTest::ofEveryKind)
                .flatMap(Collection::stream)
                .toList();

        Anchor anchor = anchorWith(links);

        assertThat(anchor.links()).hasSize(links.size());
        assertThat(anchor.links().containsAll(links)).isTrue();
        assertThat(anchor).isEqualTo(anchorWith(links));
    }

    private static Anchor anchorWith(List<MaterialId> links) {
        return Anchor.builder(new AnchorId("a"), AnchorType.FILE)
                .created(NOW)
                .links(links)
                .build();
    }

    private static List<MaterialId> ofEveryKind(String text) {
        return Stream.of(MaterialKind.values()).map(kind -> kind.id(text)).toList();
    }

    /** Returns one text of those that are made of {@code Aa} and {@code BB}, which have the same hash code. */
    private static String colliding(int number) {
        return Integer.toBinaryString(1 << PAIRS | number)
                .substring(1)
                .replace("0", "Aa")
                .replace("1", "BB");
    }
}
