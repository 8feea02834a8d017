package dev.anchors.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.anchors.domain.Anchor;
import dev.anchors.domain.AnchorId;
import dev.anchors.domain.Anchors;
import dev.anchors.domain.AssetId;
import dev.anchors.ports.AnchorNotFoundException;
import dev.anchors.testkit.Samples;
import dev.anchors.testkit.contract.History.Outcome;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** CON-2: what many threads do to one anchor at once. */
abstract class LinearizabilityRules extends Rules {

    private static final int THREADS = 8;
    private static final int ROUNDS = 25;

    LinearizabilityRules(AnchorRepositoryContract contract) {
        super(contract);
    }

    @Test
    @DisplayName("CON-2 of many deletes of one anchor exactly one succeeds")
    void con_2_one_delete_wins() throws Exception {
        for (int round = 0; round < ROUNDS; round++) {
            Anchor anchor = create("/notes/" + round);

            List<Boolean> deleted = runConcurrently(THREADS, thread -> () -> deletes(anchor));

            assertThat(deleted).containsOnlyOnce(true);
        }
        assertThat(snapshot()).isEmpty();
    }

    @Test
    @DisplayName("CON-2 what one thread saw deleted or unlinked is so for every later look")
    void con_2_effects_are_never_taken_back() throws Exception {
        for (int round = 0; round < ROUNDS; round++) {
            Anchor anchor = createLinked("/notes/" + round, ASSET);

            List<Boolean> consistent = runConcurrently(THREADS, thread -> switch (thread) {
                case 0 -> () -> unlinks(anchor, ASSET);
                case 1 -> () -> deletes(anchor);
                default -> () -> neverComesBack(anchor);
            });

            assertThat(consistent).doesNotContain(false);
            assertThat(repository().find(anchor.id())).isEmpty();
        }
    }

    @Test
    @DisplayName("CON-2 nobody sees an anchor half made")
    void con_2_nobody_sees_an_anchor_half_made() throws Exception {
        List<List<Anchor>> seenBy = runConcurrently(
                2,
                thread -> thread == 0
                        ? () -> IntStream.range(0, ROUNDS)
                                .mapToObj(round -> repository().create(Samples.fullSeed()))
                                .toList()
                        : () -> IntStream.range(0, ROUNDS)
                                .mapToObj(round -> snapshot())
                                .flatMap(Anchors::stream)
                                .toList());

        assertThat(seenBy.get(0)).containsAll(seenBy.get(1));
    }

    @Test
    @DisplayName("CON-2 what many threads did and saw could have been done and seen by one, call after call")
    void con_2_histories_are_linearizable() throws Exception {
        for (int round = 0; round < ROUNDS; round++) {
            AnchorId anchor = createLinked("/notes/" + round, ASSET).id();
            History history = new History();
            int shift = round;

            runConcurrently(4, thread -> () -> {
                for (int call = 0; call < 4; call++) {
                    int turn = (4 * thread + call + shift) % 16;
                    history.record(() -> takeTurn(turn, anchor));
                }
                return thread;
            });

            assertThat(history.isLinearizable())
                    .as("there is an order in which one thread could have made these calls:%n%s", history)
                    .isTrue();
        }
    }

    /** Four of sixteen turns change the anchor, and the others look at it. */
    private Outcome takeTurn(int turn, AnchorId anchor) {
        try {
            switch (turn) {
                case 1, 5 -> {
                    repository().disassociate(anchor, ASSET);
                    return Outcome.UNLINKED_IT;
                }
                case 8, 10 -> {
                    repository().delete(anchor);
                    return Outcome.DELETED_IT;
                }
                default -> {
                    return repository()
                            .find(anchor)
                            .map(seen -> seen.assets().isEmpty() ? Outcome.SAW_IT_UNLINKED : Outcome.SAW_IT_LINKED)
                            .orElse(Outcome.DID_NOT_FIND_IT);
                }
            }
        } catch (AnchorNotFoundException gone) {
            return Outcome.DID_NOT_FIND_IT;
        }
    }

    private boolean deletes(Anchor anchor) {
        try {
            repository().delete(anchor.id());
            return true;
        } catch (AnchorNotFoundException lost) {
            return false;
        }
    }

    /** The delete of the same round may come first. */
    private boolean unlinks(Anchor anchor, AssetId asset) {
        try {
            repository().disassociate(anchor.id(), asset);
        } catch (AnchorNotFoundException deletedFirst) {
            assertThat(deletedFirst.anchor()).isEqualTo(anchor.id());
        }
        return true;
    }

    /** Looks at an anchor that goes from linked to unlinked to deleted; every step is one way only. */
    private boolean neverComesBack(Anchor anchor) {
        List<Integer> stages = new ArrayList<>();
        for (int look = 0; look < ROUNDS; look++) {
            Optional<Anchor> seen =
                    look % 2 == 0 ? repository().find(anchor.id()) : snapshot().find(anchor.id());
            stages.add(seen.map(it -> it.assets().isEmpty() ? 1 : 0).orElse(2));
        }
        return stages.equals(stages.stream().sorted().toList());
    }
}
