package dev.anchors.testkit.contract;

import static dev.anchors.testkit.assertions.AnchorAssertions.assertThat;

import dev.anchors.domain.Anchor;
import dev.anchors.domain.AnchorId;
import dev.anchors.ports.Effect;
import dev.anchors.ports.InterruptedCallException;
import dev.anchors.ports.Operation;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** FAI-4: calls whose thread is interrupted before or during the call. */
abstract class InterruptRules extends Rules {

    private static final int ROUNDS = 10;

    InterruptRules(RepositoryContract contract) {
        super(contract);
    }

    /** Returns a call of each operation, in order, on an anchor that is linked to {@link #ASSET}. */
    abstract Map<Operation, Runnable> callsOf(AnchorId anchor);

    @Test
    @DisplayName("FAI-4 a call by an interrupted thread completes or throws InterruptedCallException")
    void fai_4_a_call_by_an_interrupted_thread() {
        for (Operation operation : callsOf(UNKNOWN).keySet()) {
            AnchorId anchor = createLinked("/notes", ASSET).id();
            try {
                Thread.currentThread().interrupt();
                call(operation, anchor);
                assertThat(Thread.currentThread().isInterrupted())
                        .as("the interrupt flag after %s", operation)
                        .isTrue();
            } finally {
                Thread.interrupted(); // the thread belongs to JUnit
            }
            assertStillWorks(operation);
        }
    }

    @Test
    @DisplayName("FAI-4 an interrupt during a call ends no other call and damages no later call")
    void fai_4_an_interrupt_during_a_call() throws Exception {
        for (Operation operation : callsOf(UNKNOWN).keySet()) {
            for (int round = 0; round < ROUNDS; round++) {
                interruptDuring(operation, createLinked("/notes", ASSET).id());
                assertStillWorks(operation);
            }
        }
    }

    private void interruptDuring(Operation operation, AnchorId anchor) throws Exception {
        Thread[] caller = new Thread[1];
        CountDownLatch begins = new CountDownLatch(1);
        CountDownLatch interrupted = new CountDownLatch(1);
        ConcurrentRun.run(
                        concurrencyTimeout(),
                        2,
                        thread -> thread == 0
                                ? () -> {
                                    caller[0] = Thread.currentThread();
                                    begins.countDown();
                                    call(operation, anchor);
                                    while (!Thread.currentThread().isInterrupted() && interrupted.getCount() > 0) {
                                        Thread.onSpinWait();
                                    }
                                    return Thread.currentThread().isInterrupted();
                                }
                                : () -> {
                                    begins.await();
                                    spin(ThreadLocalRandom.current().nextInt(20_000));
                                    caller[0].interrupt();
                                    interrupted.countDown();
                                    return true;
                                })
                .forEach(flag -> assertThat(flag)
                        .as("the interrupt flag after %s", operation)
                        .isTrue());
    }

    private static void spin(int times) {
        for (int spin = 0; spin < times; spin++) {
            Thread.onSpinWait();
        }
    }

    /** Makes a call that may be interrupted, and fails if it ends in another way than FAI-4 allows. */
    private void call(Operation operation, AnchorId anchor) {
        try {
            Objects.requireNonNull(callsOf(anchor).get(operation)).run();
        } catch (InterruptedCallException ended) {
            assertThat(Thread.currentThread().isInterrupted())
                    .as("the interrupt flag after %s", ended)
                    .isTrue();
            if (!operation.isChanging()) {
                assertThat(ended.effect()).as("the effect of %s", ended).isEqualTo(Effect.NONE);
            }
        }
    }

    private void assertStillWorks(Operation operation) {
        Anchor anchor = create("/notes");
        assertThat(repository().find(anchor.id()).orElse(null))
                .as("an anchor that was created after an interrupted %s", operation)
                .isEqualTo(anchor);
        repository().delete(anchor.id());
    }
}
