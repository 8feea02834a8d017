package dev.anchors.inmemory;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class CandidateSlotsTest {

    @Test
    void slots_that_are_added_in_any_order_are_returned_once_and_in_ascending_order() {
        Random random = new Random(20240417);
        CandidateSlots slots = new CandidateSlots();
        TreeSet<Integer> model = new TreeSet<>();

        for (int i = 0; i < 1_000; i++) {
            int slot = random.nextInt(500);
            assertThat(slots.add(slot)).as("whether slot %d is new", slot).isEqualTo(model.add(slot));
        }

        assertThat(slots.stream()).containsExactlyElementsOf(model);
    }
}
