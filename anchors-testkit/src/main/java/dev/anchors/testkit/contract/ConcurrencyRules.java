package dev.anchors.testkit.contract;

import static dev.anchors.testkit.assertions.AnchorAssertions.assertThat;
import static java.util.stream.Collectors.toSet;

import dev.anchors.domain.Anchor;
import dev.anchors.domain.AnchorId;
import dev.anchors.domain.Anchors;
import dev.anchors.ports.Transferables;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/**
 * The tests of CON-1, and of CON-3 for calls that follow each other. {@link ConcurrentHistoryRules} has the tests of random
 * histories.
 */
abstract class ConcurrencyRules extends ConcurrentHistoryRules {

    private static final int THREADS = 8;
    private static final int ROUNDS = 25;
    private static final int FOUND = 20;
    private static final int PAIRS = 200;
    private static final int BETWEEN = 1_000; // so many that a snapshot which is not of one moment takes a while

    ConcurrencyRules(RepositoryContract contract) {
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

    @TestFactory
    @Execution(ExecutionMode.SAME_THREAD) // dynamic tests share the repository
    @DisplayName("CON-1 no change is lost when many threads change anchors")
    Stream<DynamicTest> con_1_no_change_is_lost() {
        needs(Ability.THREAD_SAFE);
        return forEach("CON-1", changes(UNKNOWN), call -> {
            List<Anchor> anchors = IntStream.range(0, THREADS * ROUNDS)
                    .mapToObj(i -> createLinked("/notes/" + i, ASSET))
                    .toList();
            Model before = Model.empty().created(snapshot().asList());

            runConcurrently(THREADS, thread -> () -> {
                for (int i = thread; i < anchors.size(); i += THREADS) {
                    call.on(anchors.get(i).id()).use(ports());
                }
                return thread;
            });

            Model after = before;
            for (Anchor anchor : anchors) {
                after = call.on(anchor.id()).after(after);
            }
            assertShown(after);
        });
    }

    @Test
    @DisplayName("CON-1 all of very many anchors that many threads create are stored")
    void con_1_very_many_anchors() throws Exception {
        int many = Math.min(10_000, largestSize()) / THREADS * THREADS;
        List<List<AnchorId>> made = runConcurrently(
                THREADS,
                thread -> () -> IntStream.range(0, many / THREADS)
                        .mapToObj(i -> create("/notes/" + thread + "/" + i).id())
                        .toList());

        Set<AnchorId> ids = made.stream().flatMap(List::stream).collect(toSet());
        Anchors held = snapshot();
        assertThat(ids).hasSize(many);
        assertThat(held.size())
                .withFailMessage("the snapshot holds %d of %d anchors", held.size(), many)
                .isEqualTo(many);
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
    @DisplayName("CON-3 a new anchor is seen by later calls of every thread")
    void con_3_a_new_anchor_is_seen_by_every_thread() throws Exception {
        assertSeen(Model.empty());

        Anchor anchor = runConcurrently(1, thread -> () -> create("/notes")).get(0);

        assertSeen(Model.empty().created(List.of(anchor)));
    }

    @TestFactory
    @Execution(ExecutionMode.SAME_THREAD) // dynamic tests share the repository
    @DisplayName("CON-3 a change by one thread is seen by later calls of every thread")
    Stream<DynamicTest> con_3_a_change_is_seen_by_every_thread() {
        needs(Ability.THREAD_SAFE);
        return forEach("CON-3", changes(UNKNOWN), call -> {
            create("/notes");
            Model before = Model.empty().created(snapshot().asList());
            assertSeen(before);

            runConcurrently(1, thread -> () -> call.use(ports()));

            assertSeen(call.after(before));
        });
    }

    @Test
    @DisplayName("CON-3 a snapshot of many anchors shows one moment")
    void con_3_a_snapshot_of_many_anchors_shows_one_moment() throws Exception {
        List<AnchorId> front = createAll(PAIRS);
        createAll(BETWEEN);
        List<AnchorId> back = createAll(PAIRS);
        AtomicBoolean done = new AtomicBoolean();

        List<Boolean> ends = runConcurrently(
                2,
                thread -> thread == 0
                        ? () -> {
                            for (int pair = 0; pair < PAIRS; pair++) {
                                repository().disassociate(front.get(pair), ASSET);
                                repository().disassociate(back.get(pair), ASSET);
                            }
                            done.set(true);
                            return true;
                        }
                        : () -> {
                            while (!done.get()) {
                                assertOneMoment(snapshot(), front, back);
                            }
                            return true;
                        });

        assertThat(ends).containsExactly(true, true);
    }

    private List<AnchorId> createAll(int number) {
        return IntStream.range(0, number)
                .mapToObj(i -> createLinked("/notes/" + i, ASSET).id())
                .toList();
    }

    /** The link of a pair's anchor at the back was removed after that of its anchor at the front. */
    private static void assertOneMoment(Anchors anchors, List<AnchorId> front, List<AnchorId> back) {
        Set<AnchorId> linked = anchors.linkedTo(ASSET).stream().map(Anchor::id).collect(toSet());
        for (int pair = 0; pair < PAIRS; pair++) {
            assertThat(linked.contains(back.get(pair)) || !linked.contains(front.get(pair)))
                    .as(
                            "whether a snapshot without the link of %s, which was removed last, is without that of %s",
                            back.get(pair).value(), front.get(pair).value())
                    .isTrue();
        }
    }

    /** Reads all anchors in this thread, which may have read before, and in a new thread. */
    private void assertSeen(Model expected) throws Exception {
        assertShown(expected);
        runConcurrently(1, thread -> () -> {
            assertShown(expected);
            return thread;
        });
    }

    /** Asserts that snapshots, their lookups and find agree with the model, but for the times of changes. */
    private void assertShown(Model expected) {
        for (Call<?> read : samples(UNKNOWN)) {
            if (read.operation() instanceof AnchorRead) {
                assertRead(read, expected);
            }
        }
        expected.issued().stream()
                .limit(FOUND)
                .forEach(id -> assertThat(repository().find(id).map(Rules::untimed))
                        .as("the result of find(%s)", id.value())
                        .isEqualTo(expected.find(id).map(Rules::untimed)));
    }

    private void assertRead(Call<?> read, Model expected) {
        Object result = read.use(ports());
        assertThat(read.explains(expected, result))
                .as("whether %s%s, which reflects every change", read, CallLog.returned(result))
                .isTrue();
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
