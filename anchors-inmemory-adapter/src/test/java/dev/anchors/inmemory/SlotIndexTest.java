package dev.anchors.inmemory;

import static org.assertj.core.api.Assertions.assertThat;

import dev.anchors.domain.AssetId;
import dev.anchors.domain.MaterialId;
import dev.anchors.domain.TagId;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SlotIndexTest {

    /** A key that shares its hash code with all others, and counts how often it is compared. */
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

    private final SlotIndex<MaterialId> index = new SlotIndex<>();

    @Test
    void the_slots_of_a_key_are_those_that_were_added_to_it() {
        assertThat(index.add(new AssetId("a"), 1)).isTrue();
        assertThat(index.add(new AssetId("a"), 2)).isTrue();
        assertThat(index.add(new AssetId("a"), 1)).isFalse();
        assertThat(index.add(new TagId("a"), 3)).isTrue();

        assertThat(index.get(new AssetId("a")).stream()).containsExactly(1, 2);
        assertThat(index.get(new TagId("a")).stream()).containsExactly(3);
        assertThat(index.get(new AssetId("b")).stream()).isEmpty();
    }

    @Test
    void keys_of_several_classes_that_share_a_hash_code_need_few_comparisons() {
        int size = 16_384;
        AtomicLong comparisons = new AtomicLong();
        List<Counting> keys = IntStream.range(0, size / 2)
                .boxed()
                .flatMap(number -> Stream.<Counting>of(
                        new Counting.First(number, comparisons), new Counting.Second(number, comparisons)))
                .toList();
        SlotIndex<Counting> counted = new SlotIndex<>();

        for (int slot = 0; slot < size; slot++) {
            assertThat(counted.add(keys.get(slot), slot)).isTrue();
        }
        for (Counting key : keys) {
            assertThat(counted.get(key)).isNotNull();
        }

        // each call goes down a tree of at most 2 * 13 levels; a list would need thousands of comparisons
        assertThat(comparisons.get() / (2L * size)).isLessThan(100);
    }
}
