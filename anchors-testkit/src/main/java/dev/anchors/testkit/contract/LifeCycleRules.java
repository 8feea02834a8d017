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
    Stream<DynamicTest> lif_1_a_closed_repository_refuses_every_operation() {
        repository().close();
        return ClosedRepository.calls().entrySet().stream()
                .map(call -> DynamicTest.dynamicTest(
                        "LIF-1 " + call.getKey(),
                        () -> assertThatIllegalStateException()
                                .isThrownBy(() -> call.getValue().accept(repository()))));
    }

    @Test
    @DisplayName(
            "LIF-1 calls that are under way at close return or throw an AnchorRepositoryException, and later calls are refused")
    void lif_1_close_while_calls_are_under_way() throws Exception {
        Anchor anchor = create("/notes");
        CountDownLatch closed = new CountDownLatch(1);

        List<Boolean> asAllowed = runConcurrently(
                4,
                thread -> thread == 0
                        ? () -> closes(closed)
                        : () -> {
                            boolean allowed = true;
                            while (closed.getCount() > 0) {
                                allowed &= endsAsAllowed(() -> repository().find(anchor.id()));
                                allowed &= endsAsAllowed(() -> repository().snapshot());
                                allowed &= endsAsAllowed(() -> create("/notes"));
                            }
                            return allowed
                                    && catchThrowable(() -> repository().snapshot()) instanceof IllegalStateException;
                        });

        assertThat(asAllowed).doesNotContain(false);
    }

    @Test
    @DisplayName("LIF-1 close does not wait for a call that is under way")
    void lif_1_close_does_not_wait_for_calls() throws Exception {
        needs(Ability.USES_GIVEN_CLOCK);
        clockPausePoint().pause();

        List<Boolean> asAllowed = runConcurrently(
                2,
                thread -> thread == 0
                        ? () -> endsAsAllowedUnderWay(() -> create("/notes"))
                        : () -> {
                            boolean underWay = clockPausePoint().awaitArrival(concurrencyTimeout());
                            repository().close();
                            clockPausePoint().resume();
                            return underWay;
                        });

        assertThat(asAllowed)
                .as("whether the call that read the clock ended as LIF-1 allows, and whether it read the clock")
                .containsExactly(true, true);
    }

    @Test
    @DisplayName("LIF-1 close does not wait for an open stream, which continues or throws an AnchorRepositoryException")
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

            assertThat(endsAsAllowedUnderWay(() -> rest.forEachRemaining(read::add)))
                    .as("the stream goes on or fails with an AnchorRepositoryException")
                    .isTrue();
            assertThat(before).startsWith(read.toArray(Anchor[]::new));
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

    /** Returns whether a call that began before close ends as LIF-1 allows. */
    private static boolean endsAsAllowedUnderWay(Runnable call) {
        try {
            call.run();
        } catch (IllegalStateException refused) {
            return false;
        } catch (AnchorRepositoryException ended) {
            return ended.getMessage() != null;
        }
        return true;
    }

    /** Returns whether a call that began before or after close ends as LIF-1 allows. */
    private static boolean endsAsAllowed(Runnable call) {
        try {
            call.run();
        } catch (IllegalStateException | AnchorRepositoryException ended) {
            return ended.getMessage() != null;
        }
        return true;
    }
}
