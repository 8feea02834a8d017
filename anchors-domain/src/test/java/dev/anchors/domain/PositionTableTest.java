package dev.anchors.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntUnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PositionTableTest {

    private static final int MANY = 10_000;

    /** Hash codes that differ in their low bits alone, and in their high bits alone. */
    @ParameterizedTest
    @ValueSource(ints = {0, 16})
    void a_position_is_found_with_few_looks_at_others(int shift) {
        assertThat(looksFor(position -> position << shift)).isLessThan(2 * MANY);
    }

    /** The hash codes of short texts are like this: close to each other, and each is that of a few texts. */
    @Test
    void a_position_is_found_with_few_looks_at_others_among_dense_hash_codes() {
        assertThat(looksFor(position -> position / 3)).isLessThan(4 * MANY);
    }

    private static int looksFor(IntUnaryOperator hash) {
        PositionTable positions = new PositionTable(MANY);
        for (int position = 0; position < MANY; position++) {
            positions.add(hash.applyAsInt(position), position);
        }
        AtomicInteger looks = new AtomicInteger();
        for (int position = 0; position < MANY; position++) {
            int sought = position;
            assertThat(positions.find(hash.applyAsInt(sought), found -> looks.incrementAndGet() > 0 && found == sought))
                    .isEqualTo(sought);
        }
        return looks.get();
    }
}
