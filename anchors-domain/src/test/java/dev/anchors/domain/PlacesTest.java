package dev.anchors.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlacesTest {

    private static final int MANY = 1_000;

    /** Hash codes that differ in their low bits alone, and in their high bits alone. */
    @ParameterizedTest
    @ValueSource(ints = {0, 16})
    void each_is_found_without_a_look_at_the_others(int shift) {
        Places places = new Places(MANY);
        for (int place = 0; place < MANY; place++) {
            places.enter(place << shift, place);
        }

        AtomicInteger looks = new AtomicInteger();
        for (int place = 0; place < MANY; place++) {
            int asked = place;
            assertThat(places.find(asked << shift, found -> looks.incrementAndGet() > 0 && found == asked))
                    .isEqualTo(asked);
        }

        assertThat(looks).hasValue(MANY);
    }
}
