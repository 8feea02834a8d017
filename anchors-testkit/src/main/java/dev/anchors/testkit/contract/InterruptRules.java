package dev.anchors.testkit.contract;

import static dev.anchors.testkit.assertions.AnchorAssertions.assertThat;

import dev.anchors.domain.Anchor;
import dev.anchors.domain.Anchors;
import dev.anchors.ports.Effect;
import dev.anchors.ports.InterruptedCallException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** FAI-4: calls of every operation whose thread is interrupted before or during the call. */
abstract class InterruptRules extends Rules {

    InterruptRules(RepositoryContract contract) {
        super(contract);
    }

    @TestFactory
    @Execution(ExecutionMode.SAME_THREAD) // dynamic tests share the repository
    @DisplayName("FAI-4 a call by an interrupted thread completes or throws InterruptedCallException")
    Stream<DynamicTest> fai_4_a_call_by_an_interrupted_thread() {
        return forEach("FAI-4", oneOfEach(UNKNOWN), call -> {
            Anchors before = snapshot();
            AtomicReference<Effect> effect = new AtomicReference<>();
            try {
                Thread.currentThread().interrupt();
                makeInterrupted(call, effect);
                assertFlag(call, Thread.currentThread().isInterrupted());
            } finally {
                Thread.interrupted(); // the thread belongs to JUnit
            }
            assertEffect(call, effect.get(), before);
            assertStillWorks(call);
        });
    }

    @TestFactory
    @Execution(ExecutionMode.SAME_THREAD) // dynamic tests share the repository
    @DisplayName("FAI-4 an interrupt during a call ends no other call and damages no later call")
    Stream<DynamicTest> fai_4_an_interrupt_during_a_call() {
        needs(Ability.THREAD_SAFE);
        return forEach("FAI-4", oneOfEach(UNKNOWN), call -> {
            Anchors before = snapshot();
            AtomicReference<Effect> effect = new AtomicReference<>();
            assertFlag(call, whileInClock(() -> makeInterrupted(call, effect), Thread::interrupt));
            assertEffect(call, effect.get(), before);
            assertStillWorks(call);
            Call<?> next = call.on(createLinked("/notes", ASSET).id());
            assertFlag(next, interruptDuring(next));
            assertStillWorks(next);
        });
    }

    /** Interrupts the thread of a call when the call begins, and returns whether the thread is interrupted. */
    private boolean interruptDuring(Call<?> call) throws Exception {
        AtomicReference<Thread> caller = new AtomicReference<>(Thread.currentThread());
        CountDownLatch begins = new CountDownLatch(1);
        PausePoint end = new PausePoint();
        end.pause();
        return runConcurrently(
                        2,
                        thread -> thread == 0
                                ? () -> {
                                    caller.set(Thread.currentThread());
                                    begins.countDown();
                                    makeInterrupted(call, new AtomicReference<>());
                                    end.pass();
                                    return Thread.currentThread().isInterrupted();
                                }
                                : () -> {
                                    begins.await();
                                    caller.get().interrupt();
                                    end.resume();
                                    return true;
                                })
                .get(0);
    }

    private static void assertFlag(Call<?> call, boolean isSet) {
        assertThat(isSet).as("the interrupt flag after %s", call).isTrue();
    }

    /**
     * Makes a call that may be interrupted, and fails if it ends in another way than FAI-4 allows.
     *
     * @param effect receives the effect, if the interrupt ended the call
     */
    private void makeInterrupted(Call<?> call, AtomicReference<Effect> effect) {
        try {
            call.use(ports());
        } catch (InterruptedCallException ended) {
            effect.set(ended.effect());
            assertThat(Thread.currentThread().isInterrupted())
                    .as("the interrupt flag after %s", ended)
                    .isTrue();
            if (!call.operation().operation().isChanging()) {
                assertThat(ended.effect()).as("the effect of %s", ended).isEqualTo(Effect.NONE);
            }
        }
    }

    private void assertEffect(Call<?> call, @Nullable Effect effect, Anchors before) {
        if (effect == Effect.NONE) {
            assertThat(snapshot())
                    .as("the anchors after %s, which was interrupted without an effect", call)
                    .isEqualTo(before);
        }
    }

    private void assertStillWorks(Call<?> call) {
        Anchor anchor = create("/notes");
        assertThat(repository().find(anchor.id()).orElse(null))
                .as("an anchor that was created after an interrupted %s", call)
                .isEqualTo(anchor);
        repository().delete(anchor.id());
    }
}
