package dev.anchors.testkit;

import dev.anchors.ports.AnchorRepositoryException;
import dev.anchors.ports.Effect;
import dev.anchors.ports.InterruptedCallException;
import dev.anchors.ports.Operation;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;

/**
 * The subject of a sentence about a {@link FailingAnchorRepository}: the next call of one operation. A verb ends the
 * sentence; until then nothing was said.
 */
public final class NextCall {

    private final Operation operation;
    private final Consumer<CallHooks> hooks;

    NextCall(Operation operation, Consumer<CallHooks> hooks) {
        this.operation = operation;
        this.hooks = hooks;
    }

    /**
     * The call throws {@code failure} and has no effect.
     *
     * @throws IllegalArgumentException if the failure is one of another operation
     */
    public void failsBefore(AnchorRepositoryException failure) {
        requireSameOperation(failure);
        runsBefore(() -> {
            throw failure;
        });
    }

    /**
     * The call has its effect, and then throws {@code failure} in the place of its result.
     *
     * @throws IllegalArgumentException if the failure is one of another operation, or denies the effect (rule FAI-2)
     */
    public void failsAfter(AnchorRepositoryException failure) {
        requireSameOperation(failure);
        if (operation.isChanging() && failure.effect() == Effect.NONE) {
            throw new IllegalArgumentException("a " + operation
                    + " that was carried out cannot fail with effect NONE (rule FAI-2): " + failure.getMessage());
        }
        runsAfter(() -> {
            throw failure;
        });
    }

    /** The call waits, for as long as it takes, until the latch is at zero, and only then does what it does. */
    public void waitsFor(CountDownLatch latch) {
        runsBefore(Objects.requireNonNull(latch, "latch")::await);
    }

    /** The call runs {@code hook}, and then does what it does. */
    public void runsBefore(Hook hook) {
        hooks.accept(new CallHooks(operation, Objects.requireNonNull(hook, "hook"), CallHooks.NOTHING));
    }

    /** The call does what it does, runs {@code hook}, and then returns. */
    public void runsAfter(Hook hook) {
        hooks.accept(new CallHooks(operation, CallHooks.NOTHING, Objects.requireNonNull(hook, "hook")));
    }

    private void requireSameOperation(AnchorRepositoryException failure) {
        if (failure.operation() != operation) {
            throw new IllegalArgumentException("the next " + operation + " cannot fail as a " + failure.operation()
                    + " does: " + failure.getMessage());
        }
    }

    /** What a call does on its way, on its own thread: wait, as a rule. */
    @FunctionalInterface
    public interface Hook {

        /**
         * Does it. What it throws is what the call throws, save that an interruption becomes an
         * {@link InterruptedCallException} and sets the thread's flag, as in every repository.
         *
         * @throws InterruptedException if the thread was interrupted
         */
        void run() throws InterruptedException;
    }
}
