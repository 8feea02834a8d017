package dev.anchors.inmemory;

import static org.assertj.core.api.Assertions.assertThat;

import dev.anchors.domain.Anchor;
import dev.anchors.domain.AnchorId;
import dev.anchors.domain.AnchorType;
import dev.anchors.domain.GroupedTimestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SlotTreeTest {

    /** Enough anchors for more than three levels of nodes with 32 children. */
    private static final int MANY = 40_000;

    @Test
    void an_appended_anchor_is_found_in_its_slot() {
        SlotTree slots = filled(MANY);

        assertThat(slots.size()).isEqualTo(MANY);
        for (int slot = 0; slot < MANY; slot++) {
            assertThat(slots.get(slot)).isEqualTo(anchor(slot));
        }
    }

    @Test
    void appending_to_a_slot_tree_does_not_change_the_earlier_version() {
        SlotTree before = filled(33);

        before.append(anchor(33));

        assertThat(before.size()).isEqualTo(33);
        assertThat(before.get(33)).isNull();
        assertThat(before.iterator()).toIterable().hasSize(33);
    }

    @Test
    void setting_a_slot_does_not_change_the_earlier_version_of_a_slot_tree() {
        SlotTree before = filled(MANY);

        SlotTree after = before.set(MANY / 2, null);

        assertThat(before.get(MANY / 2)).isEqualTo(anchor(MANY / 2));
        assertThat(after.get(MANY / 2)).isNull();
        assertThat(after.get(MANY / 2 + 1)).isEqualTo(anchor(MANY / 2 + 1));
    }

    @Test
    void the_iterator_of_a_slot_tree_skips_empty_slots() {
        SlotTree slots = filled(5).set(0, null).set(2, null).set(4, null);

        assertThat(slots.iterator()).toIterable().containsExactly(anchor(1), anchor(3));
    }

    @Test
    void random_changes_leave_every_earlier_version_of_a_slot_tree_unchanged() {
        Random random = new Random(20240417);
        SlotTree slots = SlotTree.empty();
        List<@Nullable Anchor> model = new ArrayList<>();
        List<SlotTree> versions = new ArrayList<>();
        List<List<Anchor>> expected = new ArrayList<>();

        for (int step = 0; step < 5_000; step++) {
            if (model.isEmpty() || random.nextInt(3) > 0) {
                slots = slots.append(anchor(step));
                model.add(anchor(step));
            } else {
                int slot = random.nextInt(model.size());
                Anchor replacement = random.nextBoolean() ? anchor(step) : null;
                slots = slots.set(slot, replacement);
                model.set(slot, replacement);
            }
            if (step % 50 == 0) {
                versions.add(slots);
                expected.add(model.stream().filter(Objects::nonNull).toList());
            }
        }

        for (int version = 0; version < versions.size(); version++) {
            assertThat(versions.get(version).iterator()).toIterable().containsExactlyElementsOf(expected.get(version));
        }
    }

    private static SlotTree filled(int size) {
        SlotTree slots = SlotTree.empty();
        for (int i = 0; i < size; i++) {
            slots = slots.append(anchor(i));
        }
        return slots;
    }

    private static Anchor anchor(int number) {
        return Anchor.builder(new AnchorId("anchor-" + number), AnchorType.FILE)
                .created(GroupedTimestamp.of(Instant.EPOCH))
                .build();
    }
}
