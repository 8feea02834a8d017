package dev.anchors.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PositionTableTest {

    private static final int MANY = 1_000;

    /** Hash codes that differ in their low bits alone, and in their high bits alone. */
    @ParameterizedTest
    @ValueSource(ints = {0, 16})
    void each_is_found_without_a_look_at_the_others(int shift) {
        PositionTable positions = new PositionTable(MANY);
        for (int position = 0; position < MANY; position++) {
            positions.add(position << shift, position);
        }

        AtomicInteger looks = new AtomicInteger();
        for (int position = 0; position < MANY; position++) {
            int asked = position;
            assertThat(positions.find(asked << shift, found -> looks.incrementAndGet() > 0 && found == asked))
                    .isEqualTo(asked);
        }

        assertThat(looks).hasValue(MANY);
    }
}
