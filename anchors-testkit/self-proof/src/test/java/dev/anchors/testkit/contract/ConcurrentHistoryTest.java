package dev.anchors.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.anchors.domain.Anchor;
import dev.anchors.testkit.contract.Call.Ports;
import dev.anchors.testkit.contract.ConcurrentHistory.Observation;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ConcurrentHistoryTest {

    private final SmallRepository source = new SmallRepository(() -> Instant.EPOCH);
    private final Anchor anchor = source.create(Rules.linked("/notes", Rules.ASSET));
    private final Model start = Model.empty().created(List.of(anchor));
    private final ConcurrentHistory history = new ConcurrentHistory(start);

    private final Observation sawLinked = observe("find");
    private final Observation unlinked = observe("disassociate");
    private final Observation sawUnlinked = observe("snapshot");
    private final Observation deleted = observe("delete");
    private final Observation sawNothing = observe("find");
    private final Observation notFound = observe("delete");

    private Observation observe(String operation) {
        return CoreOperations.ROLE.samples(anchor.id()).stream()
                .filter(call -> call.operation().name().equals(operation))
                .findFirst()
                .orElseThrow()
                .observe(Ports.of(source));
    }

    @Test
    void calls_in_sequence_are_linearizable_if_they_make_sense_in_that_order() {
        add(sawLinked, unlinked, sawUnlinked, unlinked, deleted, sawNothing, notFound);

        assertThat(history.isLinearizable()).isTrue();
    }

    @Test
    void a_deleted_anchor_cannot_be_seen_again() {
        add(deleted, sawLinked);

        assertThat(history.isLinearizable()).isFalse();
    }

    @Test
    void a_removed_link_cannot_be_seen_again() {
        add(unlinked, sawLinked);

        assertThat(history.isLinearizable()).isFalse();
    }

    @Test
    void an_anchor_cannot_be_deleted_twice() {
        add(deleted, deleted);

        assertThat(history.isLinearizable()).isFalse();
    }

    @Test
    void an_anchor_that_was_not_deleted_cannot_be_missing() {
        add(sawNothing);

        assertThat(history.isLinearizable()).isFalse();
    }

    @Test
    void an_id_cannot_be_given_twice() {
        Observation created = before -> before.hasIssued(anchor.id()) ? Optional.empty() : Optional.of(before);

        add(deleted, created);

        assertThat(history.isLinearizable()).isFalse();
    }

    @Test
    void a_call_may_take_effect_at_any_moment_until_it_ends() {
        history.record(() -> {
            add(sawLinked, sawNothing);
            return deleted;
        });

        assertThat(history.isLinearizable()).isTrue();
    }

    @Test
    void overlapping_calls_agree_on_one_order() {
        history.record(() -> {
            add(sawNothing, sawLinked);
            return deleted;
        });

        assertThat(history.isLinearizable()).isFalse();
        assertThat(history).hasToString("""
                from 0 to 5: repository.delete(anchor-1)
                from 1 to 2: repository.find(anchor-1, INCLUDED) returned nothing
                from 3 to 4: repository.find(anchor-1, INCLUDED) returned anchor-1 with links [AssetId[value=2254f2c8-5797-40e8-ac56-41166dc0e101]]""");
    }

    private void add(Observation... observations) {
        for (Observation observation : observations) {
            history.record(() -> observation);
        }
    }
}
