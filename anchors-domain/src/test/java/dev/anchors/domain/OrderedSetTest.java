package dev.anchors.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OrderedSetTest {

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 7, 8, 9, 16, 17, 100, 10_000})
    void is_a_linked_hash_set_that_cannot_change(int size) {
        Random random = new Random(size);
        List<String> elements = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            elements.add(Integer.toString(random.nextInt(size)));
        }
        Set<String> expected = new LinkedHashSet<>(elements);

        Set<String> set = OrderedSet.copyOf(elements);

        assertThat(set)
                .containsExactlyElementsOf(expected)
                .hasSameSizeAs(expected)
                .isEqualTo(expected)
                .hasSameHashCodeAs(expected)
                .isUnmodifiable();
        for (int i = 0; i < size; i++) {
            assertThat(set.contains(Integer.toString(i))).isEqualTo(expected.contains(Integer.toString(i)));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 20})
    void finds_elements_of_one_hash_code(int size) {
        record Clashing(int number) {
            @Override
            public int hashCode() {
                return 1;
            }
        }
        List<Clashing> elements = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            elements.add(new Clashing(i));
        }

        Set<Clashing> set = OrderedSet.copyOf(elements);

        assertThat(set).containsExactlyElementsOf(elements).contains(new Clashing(size - 1));
        assertThat(set.contains(new Clashing(size))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 20})
    void holds_no_null_and_can_be_asked_for_it(int size) {
        String[] elements = new String[size];
        Arrays.fill(elements, "a");

        assertThat(OrderedSet.copyOf(Arrays.asList(elements)).contains(null)).isFalse();

        elements[size - 1] = null;
        assertThatNullPointerException().isThrownBy(() -> OrderedSet.copyOf(Arrays.asList(elements)));
    }
}
