package dev.anchors.testkit.contract;

import static dev.anchors.testkit.assertions.AnchorAssertions.assertThat;
import static java.util.stream.Collectors.toSet;

import dev.anchors.domain.Anchor;
import dev.anchors.domain.AnchorId;
import dev.anchors.domain.Anchors;
import dev.anchors.ports.Transferables;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/**
 * The tests of CON-1, and of CON-3 for calls that follow each other. {@link ConcurrentHistoryRules} has the tests of random
 * histories.
 */
abstract class ConcurrencyRules extends ConcurrentHistoryRules {

    private static final int THREADS = 8;
    private static final int ROUNDS = 25;
    private static final int MANY = 10_000;

    ConcurrencyRules(AnchorRepositoryContract contract) {
        super(contract);
    }

    @Test
    @DisplayName("CON-1 no create is lost when many threads create")
    void con_1_no_create_is_lost() throws Exception {
        List<List<Anchor>> made = runConcurrently(
                THREADS,
                thread -> () -> IntStream.range(0, ROUNDS)
                        .mapToObj(round -> createLinked("/notes/" + thread + "/" + round, ASSET))
                        .toList());

        List<Anchor> all = made.stream().flatMap(List::stream).toList();
        Anchors held = snapshot();
        assertHolds(held, all);
        assertThat(held.linkedTo(ASSET)).hasSize(THREADS * ROUNDS);
    }

    @Test
    @DisplayName("CON-1 no delete is lost when many threads delete")
    void con_1_no_delete_is_lost() throws Exception {
        List<Anchor> anchors = createMany();
        Anchor kept = create("/notes/kept");

        runConcurrently(
                THREADS, thread -> share(anchors, thread, anchor -> repository().delete(anchor.id())));

        assertHolds(snapshot(), kept);
    }

    @Test
    @DisplayName("CON-1 no disassociate is lost when many threads disassociate")
    void con_1_no_disassociate_is_lost() throws Exception {
        List<Anchor> anchors = createMany();

        runConcurrently(
                THREADS, thread -> share(anchors, thread, anchor -> repository().disassociate(anchor.id(), ASSET)));

        assertThat(snapshot())
                .hasSize(anchors.size())
                .allSatisfy(anchor -> assertThat(anchor.assets()).isEmpty());
        assertThat(snapshot().linkedTo(ASSET)).isEmpty();
    }

    @Test
    @DisplayName("CON-1 all of ten thousand anchors that many threads create are stored")
    void con_1_ten_thousand_anchors() throws Exception {
        List<List<AnchorId>> made = runConcurrently(
                THREADS,
                thread -> () -> IntStream.range(0, MANY / THREADS)
                        .mapToObj(i -> create("/notes/" + thread + "/" + i).id())
                        .toList());

        Set<AnchorId> ids = made.stream().flatMap(List::stream).collect(toSet());
        Anchors held = snapshot();
        assertThat(ids).hasSize(MANY);
        assertThat(held.size())
                .withFailMessage("the snapshot holds %d of %d anchors", held.size(), MANY)
                .isEqualTo(MANY);
        assertThat(held.stream().map(Anchor::id).collect(toSet()).equals(ids))
                .as("the snapshot has the anchors that were created")
                .isTrue();
    }

    @Test
    @DisplayName("CON-1 a reader sees every anchor that is not changed while other threads write")
    void con_1_readers_see_unchanged_anchors_while_others_write() throws Exception {
        List<Anchor> untouched = List.of(createLinked("/notes/a", ASSET), create("/notes/b"), create("/notes/c"));

        List<Boolean> whole =
                runConcurrently(4, thread -> thread % 2 == 0 ? () -> createsAndDeletes() : () -> alwaysSees(untouched));

        assertThat(whole).doesNotContain(false);
        assertHolds(snapshot(), untouched);
    }

    @Test
    @DisplayName("CON-3 a change by one thread is seen by later calls of every thread")
    void con_3_a_change_is_seen_by_every_thread() throws Exception {
        Anchor anchor = createLinked("/notes", ASSET);
        assertSeen(anchor);

        runConcurrently(1, thread -> () -> {
            repository().disassociate(anchor.id(), ASSET);
            return thread;
        });
        Anchor unlinked = repository().find(anchor.id()).orElseThrow();
        assertThat(unlinked).isNotLinkedTo(ASSET);
        assertSeen(unlinked);

        Anchor second = runConcurrently(1, thread -> () -> create("/notes")).get(0);
        assertSeen(unlinked, second);

        runConcurrently(1, thread -> () -> {
            repository().delete(anchor.id());
            return thread;
        });
        assertThat(repository().find(anchor.id())).isEmpty();
        assertSeen(second);
    }

    /** Reads all anchors in this thread, which has read before, and in a new thread. */
    private void assertSeen(Anchor... expected) throws Exception {
        assertHolds(snapshot(), expected);
        for (Anchor anchor : expected) {
            assertThat(repository().find(anchor.id()).orElse(null)).isEqualTo(anchor);
        }
        assertHolds(runConcurrently(1, thread -> this::snapshot).get(0), expected);
    }

    private List<Anchor> createMany() {
        return IntStream.range(0, THREADS * ROUNDS)
                .mapToObj(i -> createLinked("/notes/" + i, ASSET))
                .toList();
    }

    private static Callable<Integer> share(List<Anchor> anchors, int thread, Consumer<Anchor> action) {
        return () -> {
            int done = 0;
            for (int i = thread; i < anchors.size(); i += THREADS) {
                action.accept(anchors.get(i));
                done++;
            }
            return done;
        };
    }

    private boolean createsAndDeletes() {
        for (int round = 0; round < ROUNDS; round++) {
            Anchor passing = createLinked("/notes/passing", ASSET);
            repository().disassociate(passing.id(), ASSET);
            repository().delete(passing.id());
        }
        return true;
    }

    private boolean alwaysSees(List<Anchor> untouched) {
        boolean seen = true;
        for (int round = 0; round < ROUNDS; round++) {
            seen &= snapshot().stream().filter(untouched::contains).count() == untouched.size();
            try (Stream<Anchor> stream = repository().stream(Transferables.INCLUDED)) {
                seen &= stream.filter(untouched::contains).count() == untouched.size();
            }
        }
        return seen;
    }
}
