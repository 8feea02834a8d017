package dev.anchors.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GradualHashMapTest {

    private static final int FIRST = GradualHashMap.MOST_IN_FIRST;

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 100, FIRST - 1, FIRST, FIRST + 1, 3 * FIRST})
    void a_gradual_hash_map_has_the_entries_of_a_hash_map(int size) {
        Map<AnchorId, Integer> expected = new HashMap<>();
        GradualHashMap<AnchorId, Integer> map = new GradualHashMap<>();

        for (int number = 0; number < size; number++) {
            assertThat(map.putIfAbsent(id(number), number)).isNull();
            expected.put(id(number), number);
        }

        assertThat(expected).allSatisfy((id, number) -> {
            assertThat(map.get(id)).isEqualTo(number);
            assertThat(map.putIfAbsent(id, -1)).isEqualTo(number);
        });
        assertThat(map.get(id(size))).isNull();
    }

    @Test
    void no_part_of_a_gradual_hash_map_of_a_million_entries_is_large() {
        GradualHashMap<AnchorId, Integer> map = new GradualHashMap<>();

        for (int number = 0; number < 1_000_000; number++) {
            map.putIfAbsent(id(number), number);
        }

        assertThat(map.largestPart()).isLessThanOrEqualTo(FIRST);
    }

    private static AnchorId id(int number) {
        return new AnchorId("a-" + number);
    }
}
