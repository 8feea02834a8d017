package dev.anchors.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntUnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PositionTableTest {

    private static final int MANY = 10_000;

    /** The hash codes differ only in their low bits (shift 0) or only in their high bits (shift 16). */
    @ParameterizedTest
    @ValueSource(ints = {0, 16})
    void a_position_is_found_with_few_comparisons(int shift) {
        assertThat(comparisons(position -> position << shift)).isLessThan(2 * MANY);
    }

    /** Short texts have such hash codes: close together, and each shared by a few texts. */
    @Test
    void a_position_is_found_with_few_comparisons_among_dense_hash_codes() {
        assertThat(comparisons(position -> position / 3)).isLessThan(4 * MANY);
    }

    private static int comparisons(IntUnaryOperator hash) {
        PositionTable positions = new PositionTable(MANY);
        for (int position = 0; position < MANY; position++) {
            positions.add(hash.applyAsInt(position), position);
        }
        AtomicInteger count = new AtomicInteger();
        for (int position = 0; position < MANY; position++) {
            int sought = position;
            assertThat(positions.find(hash.applyAsInt(sought), found -> count.incrementAndGet() > 0 && found == sought))
                    .isEqualTo(sought);
        }
        return count.get();
    }
}
