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

/** The tests of CON-2: many threads call with one anchor at the same time. */
abstract class LinearizabilityRules extends Rules {

    private static final int THREADS = 8;
    private static final int ROUNDS = 25;

    LinearizabilityRules(RepositoryContract contract) {
        super(contract);
    }

    @Test
    @DisplayName("CON-2 exactly one of many deletes of one anchor succeeds")
    void con_2_exactly_one_delete_succeeds() throws Exception {
        for (int round = 0; round < ROUNDS; round++) {
            Anchor anchor = create("/notes/" + round);

            List<Boolean> deleted = runConcurrently(THREADS, thread -> () -> deletes(anchor));

            assertThat(deleted).containsOnlyOnce(true);
        }
        assertThat(snapshot()).isEmpty();
    }

    @Test
    @DisplayName("CON-2 an anchor that a thread saw deleted or unlinked is never seen otherwise again")
    void con_2_an_effect_that_was_seen_stays() throws Exception {
        for (int round = 0; round < ROUNDS; round++) {
            Anchor anchor = createLinked("/notes/" + round, ASSET);

            List<Boolean> consistent = runConcurrently(THREADS, thread -> switch (thread) {
                case 0 -> () -> unlinks(anchor, ASSET);
                case 1 -> () -> deletes(anchor);
                default -> () -> neverGoesBack(anchor);
            });

            assertThat(consistent).doesNotContain(false);
            assertThat(repository().find(anchor.id())).isEmpty();
        }
    }

    @Test
    @DisplayName("CON-2 no thread sees an incomplete anchor")
    void con_2_no_thread_sees_an_incomplete_anchor() throws Exception {
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

    /** Removes a link, unless another thread deletes the anchor first. */
    private boolean unlinks(Anchor anchor, AssetId asset) {
        try {
            repository().disassociate(anchor.id(), asset);
        } catch (AnchorNotFoundException deletedFirst) {
            assertThat(deletedFirst.anchor()).isEqualTo(anchor.id());
        }
        return true;
    }

    /** Reads an anchor many times, which may change from linked to unlinked to deleted and never back. */
    private boolean neverGoesBack(Anchor anchor) {
        List<Integer> stages = new ArrayList<>();
        for (int read = 0; read < ROUNDS; read++) {
            Optional<Anchor> seen =
                    read % 2 == 0 ? repository().find(anchor.id()) : snapshot().find(anchor.id());
            stages.add(seen.map(it -> it.assets().isEmpty() ? 1 : 0).orElse(2));
        }
        return stages.equals(stages.stream().sorted().toList());
    }
}
