package dev.anchors.testkit.contract;

import static dev.anchors.testkit.assertions.AnchorAssertions.assertThat;
import static dev.anchors.testkit.assertions.AnchorAssertions.assertThatIllegalStateException;
import static dev.anchors.testkit.assertions.AnchorAssertions.assertThatNoException;
import static dev.anchors.testkit.assertions.AnchorAssertions.catchThrowable;

import dev.anchors.domain.Anchor;
import dev.anchors.domain.AnchorId;
import dev.anchors.domain.Anchors;
import dev.anchors.domain.FullPath;
import dev.anchors.ports.AnchorRepositoryException;
import dev.anchors.ports.Operation;
import dev.anchors.ports.Transferables;
import dev.anchors.testkit.RandomAnchors;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** LIF-1 to LIF-3 for every operation. */
abstract class LifeCycleRules extends Rules {

    LifeCycleRules(RepositoryContract contract) {
        super(contract);
    }

    @Test
    @DisplayName("LIF-1 close is idempotent")
    void lif_1_close_is_idempotent() {
        create("/notes");

        assertThatNoException().isThrownBy(() -> {
            repository().close();
            repository().close();
        });
    }

    @TestFactory
    @Execution(ExecutionMode.SAME_THREAD) // dynamic tests share the repository
    @DisplayName("LIF-1 after close every operation throws IllegalStateException")
    Stream<DynamicTest> lif_1_a_closed_repository_refuses_every_operation() {
        return forEach("LIF-1", samples(UNKNOWN), this::assertRefusedAfterClose);
    }

    /** Makes the call about an anchor that exists, about one that existed and about one that never did. */
    private <P> void assertRefusedAfterClose(Call<P> call) {
        AnchorId deleted = create("/notes/deleted").id();
        repository().delete(deleted);
        P before = ports().of(call.role());
        repository().close();
        P after = ports().of(call.role());

        for (P port : List.of(before, after)) {
            for (Call<P> each : List.of(call, call.on(deleted), call.on(UNKNOWN))) {
                assertThatIllegalStateException()
                        .isThrownBy(() -> each.operation().call(port, each.arguments()));
            }
        }
    }

    @Test
    @DisplayName("LIF-1 what was read before close can be used after it")
    void lif_1_what_was_read_before_close_can_be_used_after_it() {
        Anchor anchor = createLinked("/notes/a", ASSET);
        create("/notes/b");
        Anchors read = snapshot();
        List<Anchor> before = snapshot().asList();

        repository().close();

        assertSame(read, before);
        assertThat(read.find(anchor.id())).contains(anchor);
        assertHolds(read.linkedTo(ASSET), anchor);
        assertHolds(read.atPath(new FullPath("/notes/a")), anchor);
        assertSame(read.below(new FullPath("/notes")), before);
    }

    @Test
    @DisplayName(
            "LIF-1 calls that are under way at close return or throw an AnchorRepositoryException, and later calls are refused")
    void lif_1_close_while_calls_are_under_way() throws Exception {
        List<Call<?>> calls = samples(create("/notes").id());
        CountDownLatch closed = new CountDownLatch(1);

        List<Boolean> refused =
                runConcurrently(4, thread -> thread == 0 ? () -> closes(closed) : () -> callsUntil(closed, calls));

        assertThat(refused)
                .as("whether each thread's calls after close were refused")
                .doesNotContain(false);
    }

    private boolean closes(CountDownLatch closed) {
        try {
            for (int look = 0; look < 20; look++) {
                repository().snapshot(); // meanwhile the other threads begin their calls
            }
            repository().close();
            return true;
        } finally {
            closed.countDown();
        }
    }

    /** Makes calls until the repository is closed, and returns whether all later calls are refused. */
    private boolean callsUntil(CountDownLatch closed, List<Call<?>> calls) {
        while (closed.getCount() > 0) {
            for (Call<?> call : calls) {
                try {
                    endsUnderWay(call.operation().named(), () -> call.use(ports()));
                } catch (IllegalStateException closedBefore) {
                    break;
                }
            }
        }
        return calls.stream()
                .allMatch(call -> catchThrowable(() -> call.use(ports())) instanceof IllegalStateException);
    }

    @TestFactory
    @Execution(ExecutionMode.SAME_THREAD) // dynamic tests share the repository
    @DisplayName("LIF-1 close does not wait for a call that is under way")
    Stream<DynamicTest> lif_1_close_does_not_wait_for_calls() {
        needs(Ability.USES_GIVEN_CLOCK);
        return forEach(
                "LIF-1",
                samples(UNKNOWN),
                call -> whileInClock(
                        () -> endsUnderWay(call.operation().named(), () -> call.use(ports())),
                        caller -> repository().close()));
    }

    @Test
    @DisplayName("LIF-1 close does not wait for an open stream, which goes on or fails")
    void lif_1_close_does_not_wait_for_streams() throws Exception {
        for (int i = 0; i < 10; i++) {
            create("/notes/" + i);
        }
        List<Anchor> before = snapshot().asList();
        try (Stream<Anchor> stream = repository().stream(Transferables.INCLUDED)) {
            Iterator<Anchor> rest = stream.iterator();
            List<Anchor> read = new ArrayList<>(List.of(rest.next()));

            runConcurrently(1, thread -> () -> {
                repository().close();
                return thread;
            });

            endsUnderWay(Set.of(Operation.STREAM, Operation.SNAPSHOT), () -> readToEnd(rest, read));
            assertThat(before).startsWith(read.toArray(Anchor[]::new));
        }
    }

    private static void readToEnd(Iterator<Anchor> rest, List<Anchor> read) {
        try {
            rest.forEachRemaining(read::add);
        } catch (IllegalStateException closed) {
            return; // as every operation of a closed repository
        }
    }

    @Test
    @DisplayName("LIF-2 an anchor stays while others are created and deleted, while it is read, and while time passes")
    void lif_2_an_anchor_stays_until_it_is_deleted() {
        Anchor first = createLinked("/notes", ASSET);
        Anchor second = createLinked("/notes", ASSET);

        for (int round = 0; round < 200; round++) {
            AnchorId passing = createLinked("/notes", ASSET).id();
            clock().advance(Duration.ofDays(40));
            assertThat(repository().find(first.id())).contains(first);
            repository().delete(passing);
        }

        assertHolds(snapshot(), first, second);
    }

    @Test
    @DisplayName("LIF-1 two threads can close at the same time")
    void lif_1_two_threads_can_close_at_the_same_time() throws Exception {
        create("/notes");

        runConcurrently(2, thread -> () -> {
            repository().close();
            return thread;
        });

        assertThat(catchThrowable(this::snapshot)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    @DisplayName("LIF-3 a repository that is opened again on the same store holds what was completed before")
    void lif_3_what_was_completed_outlives_the_repository() throws Exception {
        needs(Ability.SURVIVES_REOPENING);
        AnchorId deleted = create("/notes/deleted").id();
        repository().delete(deleted);
        for (int opening = 0; opening < 2; opening++) {
            fill(RandomAnchors.seeded(opening));
            List<Anchor> before = snapshot().asList();

            reopenRepository();

            assertHolds(snapshot(), before);
            if (can(Ability.KEEPS_CREATION_ORDER)) {
                assertSame(snapshot(), before);
            }
            before.forEach(anchor -> assertThat(repository().find(anchor.id())).contains(anchor));
            assertThat(create("/notes/new").id())
                    .as("the id of an anchor that was created after opening again")
                    .isNotEqualTo(deleted);
        }
    }

    /** Creates anchors with values of every kind, and makes every change of one of them. */
    private void fill(RandomAnchors random) {
        for (int i = 0; i < 50; i++) {
            repository().create(random.seed());
            clock().advance(Duration.ofNanos(1_001_000));
        }
        for (Call<?> change : changes(UNKNOWN)) {
            change.on(createLinked("/notes", ASSET).id()).use(ports());
        }
    }

    /** Runs a call, which may end as a call that was under way at close may. */
    private static void endsUnderWay(Set<Operation> named, Runnable call) {
        try {
            call.run();
        } catch (AnchorRepositoryException ended) {
            assertNames(ended, named);
            assertThat(ended).message().isNotBlank().doesNotContain("\n");
        }
    }
}
