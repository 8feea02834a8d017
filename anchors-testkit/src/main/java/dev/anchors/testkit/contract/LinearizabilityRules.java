package dev.anchors.testkit.contract;

import static dev.anchors.testkit.assertions.AnchorAssertions.assertThat;

import dev.anchors.domain.Anchor;
import dev.anchors.domain.Anchors;
import dev.anchors.domain.AssetId;
import dev.anchors.ports.AnchorNotFoundException;
import dev.anchors.testkit.Samples;
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
