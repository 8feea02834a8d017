package dev.anchors.testkit.contract;

import static dev.anchors.testkit.assertions.AnchorAssertions.assertThat;
import static dev.anchors.testkit.assertions.AnchorAssertions.assertThatIllegalStateException;
import static dev.anchors.testkit.assertions.AnchorAssertions.assertThatNoException;
import static dev.anchors.testkit.assertions.AnchorAssertions.catchThrowable;

import dev.anchors.domain.Anchor;
import dev.anchors.domain.AnchorId;
import dev.anchors.ports.AnchorRepositoryException;
import dev.anchors.ports.Transferables;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

abstract class LifeCycleRules extends Rules {

    LifeCycleRules(AnchorRepositoryContract contract) {
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
    @DisplayName("LIF-1 after close every operation throws IllegalStateException")
    Stream<DynamicTest> lif_1_a_closed_repository_does_nothing() {
        repository().close();
        return ClosedRepository.calls().entrySet().stream()
                .map(call -> DynamicTest.dynamicTest(
                        "LIF-1 " + call.getKey(),
                        () -> assertThatIllegalStateException()
                                .isThrownBy(() -> call.getValue().accept(repository()))));
    }

    @Test
    @DisplayName("LIF-1 close while calls are under way: they end as calls do, and later ones are refused")
    void lif_1_close_while_calls_are_under_way() throws Exception {
        Anchor anchor = create("/notes");
        CountDownLatch closed = new CountDownLatch(1);

        List<Boolean> orderly = runConcurrently(
                4,
                thread -> thread == 0
                        ? () -> closes(closed)
                        : () -> {
                            boolean kept = true;
                            while (closed.getCount() > 0) {
                                kept &= endsAsCallsDo(() -> repository().find(anchor.id()));
                                kept &= endsAsCallsDo(() -> repository().snapshot());
                                kept &= endsAsCallsDo(() -> create("/notes"));
                            }
                            return kept
                                    && catchThrowable(() -> repository().snapshot()) instanceof IllegalStateException;
                        });

        assertThat(orderly).doesNotContain(false);
    }

    @Test
    @DisplayName("LIF-1 close does not wait for a call that is under way")
    void lif_1_close_does_not_wait_for_calls() throws Exception {
        needs(Ability.USES_GIVEN_CLOCK);
        clockPausePoint().pause();

        List<Boolean> orderly = runConcurrently(
                2,
                thread -> thread == 0
                        ? () -> endsUnderWay(() -> create("/notes"))
                        : () -> {
                            boolean underWay = clockPausePoint().awaitArrival(concurrencyTimeout());
                            repository().close();
                            clockPausePoint().resume();
                            return underWay;
                        });

        assertThat(orderly)
                .as("whether the call that asked the clock ended as calls do, and whether it asked")
                .containsExactly(true, true);
    }

    @Test
    @DisplayName("LIF-1 close does not wait for a stream that is half-way; that goes on, or ends as calls do")
    void lif_1_close_does_not_wait_for_streams() throws Exception {
        for (int i = 0; i < 10; i++) {
            create("/notes/" + i);
        }
        List<Anchor> before = snapshot().asList();
        try (Stream<Anchor> stream = repository().stream(Transferables.INCLUDED)) {
            Iterator<Anchor> walk = stream.iterator();
            List<Anchor> walked = new ArrayList<>(List.of(walk.next()));

            runConcurrently(1, thread -> () -> {
                repository().close();
                return thread;
            });

            assertThat(endsUnderWay(() -> walk.forEachRemaining(walked::add)))
                    .as("the stream goes on or fails with an AnchorRepositoryException")
                    .isTrue();
            assertThat(before).startsWith(walked.toArray(Anchor[]::new));
        }
    }

    @Test
    @DisplayName("LIF-2 an anchor stays while others come and go, while it is read, and while time passes")
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

    private boolean closes(CountDownLatch closed) {
        try {
            for (int look = 0; look < 20; look++) {
                repository().snapshot(); // meanwhile the others set out
            }
            repository().close();
            return true;
        } finally {
            closed.countDown();
        }
    }

    @Test
    @DisplayName("LIF-1 two threads can close at once")
    void lif_1_two_threads_can_close_at_once() throws Exception {
        create("/notes");

        runConcurrently(2, thread -> () -> {
            repository().close();
            return thread;
        });

        assertThat(catchThrowable(this::snapshot)).isInstanceOf(IllegalStateException.class);
    }

    /** Returns whether a call that was under way before close ends as LIF-1 allows. */
    private static boolean endsUnderWay(Runnable call) {
        try {
            call.run();
        } catch (IllegalStateException refused) {
            return false;
        } catch (AnchorRepositoryException ended) {
            return ended.getMessage() != null;
        }
        return true;
    }

    private static boolean endsAsCallsDo(Runnable call) {
        try {
            call.run();
        } catch (IllegalStateException | AnchorRepositoryException ended) {
            return ended.getMessage() != null;
        }
        return true;
    }
}
