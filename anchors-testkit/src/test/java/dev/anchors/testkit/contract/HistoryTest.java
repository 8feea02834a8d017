package dev.anchors.testkit.contract;

import static dev.anchors.testkit.contract.History.Outcome.DELETED_IT;
import static dev.anchors.testkit.contract.History.Outcome.DID_NOT_FIND_IT;
import static dev.anchors.testkit.contract.History.Outcome.SAW_IT_LINKED;
import static dev.anchors.testkit.contract.History.Outcome.SAW_IT_UNLINKED;
import static dev.anchors.testkit.contract.History.Outcome.UNLINKED_IT;
import static org.assertj.core.api.Assertions.assertThat;

import dev.anchors.testkit.contract.History.Outcome;
import org.junit.jupiter.api.Test;

class HistoryTest {

    private final History history = new History();

    @Test
    void one_call_after_the_other_has_to_make_sense_in_that_order() {
        add(SAW_IT_LINKED, UNLINKED_IT, SAW_IT_UNLINKED, UNLINKED_IT, DELETED_IT, DID_NOT_FIND_IT);

        assertThat(history.isLinearizable()).isTrue();
    }

    @Test
    void what_was_deleted_is_not_seen_again() {
        add(DELETED_IT, SAW_IT_LINKED);

        assertThat(history.isLinearizable()).isFalse();
    }

    @Test
    void what_was_unlinked_is_not_seen_linked_again() {
        add(UNLINKED_IT, SAW_IT_LINKED);

        assertThat(history.isLinearizable()).isFalse();
    }

    @Test
    void nobody_deletes_twice() {
        add(DELETED_IT, DELETED_IT);

        assertThat(history.isLinearizable()).isFalse();
    }

    @Test
    void nothing_is_gone_that_nobody_deleted() {
        add(DID_NOT_FIND_IT);

        assertThat(history.isLinearizable()).isFalse();
    }

    @Test
    void a_call_may_take_effect_at_any_moment_until_it_ends() {
        history.record(() -> {
            add(SAW_IT_LINKED, DID_NOT_FIND_IT);
            return DELETED_IT;
        });

        assertThat(history.isLinearizable()).isTrue();
    }

    @Test
    void calls_at_once_agree_on_one_order() {
        history.record(() -> {
            add(DID_NOT_FIND_IT, SAW_IT_LINKED);
            return DELETED_IT;
        });

        assertThat(history.isLinearizable()).isFalse();
        assertThat(history).hasToString("""
                from 0 to 5: DELETED_IT
                from 1 to 2: DID_NOT_FIND_IT
                from 3 to 4: SAW_IT_LINKED""");
    }

    private void add(Outcome... outcomes) {
        for (Outcome outcome : outcomes) {
            history.record(() -> outcome);
        }
    }
}
