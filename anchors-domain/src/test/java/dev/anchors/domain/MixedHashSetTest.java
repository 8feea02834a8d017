package dev.anchors.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MixedHashSetTest {

    /** An element that shares its hash code with all others, and counts how often it is compared. */
    private interface Counting {

        record First(int number, AtomicLong comparisons) implements Counting, Comparable<First> {

            @Override
            public int compareTo(First other) {
                comparisons.incrementAndGet();
                return Integer.compare(number, other.number);
            }

            @Override
            public boolean equals(Object other) {
                comparisons.incrementAndGet();
                return other instanceof First that && number == that.number;
            }

            @Override
            public int hashCode() {
                return 1;
            }
        }

        record Second(int number, AtomicLong comparisons) implements Counting, Comparable<Second> {

            @Override
            public int compareTo(Second other) {
                comparisons.incrementAndGet();
                return Integer.compare(number, other.number);
            }

            @Override
            public boolean equals(Object other) {
                comparisons.incrementAndGet();
                return other instanceof Second that && number == that.number;
            }

            @Override
            public int hashCode() {
                return 1;
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 8, 100})
    void a_mixed_hash_set_has_the_elements_of_a_hash_set(int size) {
        Set<MaterialId> expected = new HashSet<>();
        MixedHashSet<MaterialId> set = new MixedHashSet<>();

        for (int number = 0; number < size; number++) {
            for (MaterialKind kind : MaterialKind.values()) {
                MaterialId material = kind.id("id " + number / 2);
                assertThat(set.add(material)).isEqualTo(expected.add(material));
            }
        }

        assertThat(expected).allMatch(set::contains);
        assertThat(set.contains(new AssetId("other"))).isFalse();
    }

    @Test
    void elements_of_several_classes_that_share_a_hash_code_need_few_comparisons() {
        int size = 16_384;
        AtomicLong comparisons = new AtomicLong();
        List<Counting> elements = IntStream.range(0, size / 2)
                .boxed()
                .flatMap(number -> Stream.<Counting>of(
                        new Counting.First(number, comparisons), new Counting.Second(number, comparisons)))
                .toList();
        MixedHashSet<Counting> set = new MixedHashSet<>();

        for (Counting element : elements) {
            assertThat(set.add(element)).isTrue();
        }
        for (Counting element : elements) {
            assertThat(set.contains(element)).isTrue();
        }

        // each call goes down a tree of at most 2 * 13 levels; a list would need thousands of comparisons
        assertThat(comparisons.get() / (2L * size)).isLessThan(100);
    }
}
