package dev.anchors.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Texts that share a hash code cost no more than others. A test takes well under a second; its limit is generous, since other
 * work may disturb it, and a time that grows with the square of the number of texts exceeds it by far.
 */
@Timeout(20)
class SharedHashCodesTest {

    private static final int PAIRS = 17;
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

    static Collection<IdentifiersTest.Kind> kinds() {
        return IdentifiersTest.kinds();
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void ids_of_texts_that_share_a_hash_code_have_different_hash_codes(IdentifiersTest.Kind kind) {
        assertDifferentHashCodes(kind::of);
    }

    @Test
    void paths_of_texts_that_share_a_hash_code_have_different_hash_codes() {
        assertDifferentHashCodes(FullPath::new);
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
    void anchors_are_found_by_links_that_share_a_hash_code() {
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

        Anchor anchor = Anchor.builder(new AnchorId("a"), AnchorType.FILE)
                .created(NOW)
                .links(links)
                .build();

        assertThat(anchor.links(kind).containsAll(links)).isTrue();
        assertThat(anchor.links()).isEqualTo(Set.copyOf(links));
        assertThat(anchor.toBuilder().unlink(links.get(0)).build().links()).hasSize(TEXTS.size() - 1);
    }

    private static List<MaterialId> ofEveryKind(String text) {
        return Stream.of(MaterialKind.values()).map(kind -> kind.id(text)).toList();
    }

    /** A hash code has 32 bits, so that a few of so many texts share one by chance. */
    private static void assertDifferentHashCodes(Function<String, Object> value) {
        Set<Integer> hashCodes = new HashSet<>();
        TEXTS.forEach(text -> hashCodes.add(value.apply(text).hashCode()));
        assertThat(hashCodes).hasSizeGreaterThan(TEXTS.size() - 100);
    }

    /** Returns one text of those that are made of {@code Aa} and {@code BB}, which have the same hash code. */
    private static String colliding(int number) {
        return Integer.toBinaryString(1 << PAIRS | number)
                .substring(1)
                .replace("0", "Aa")
                .replace("1", "BB");
    }
}
