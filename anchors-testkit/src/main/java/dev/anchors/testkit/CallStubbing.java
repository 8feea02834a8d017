package dev.anchors.testkit;

import dev.anchors.ports.AnchorRepositoryException;
import dev.anchors.ports.Effect;
import dev.anchors.ports.InterruptedCallException;
import dev.anchors.ports.Operation;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;

/**
 * Scripts the next calls of one operation of a {@link FailingAnchorRepository}. A method without a result ends a stubbing;
 * without one, nothing is scripted: {@code anchors.on(Operation.CREATE).times(2).failBefore(failure)}.
 *
 * <p>Immutable and thread-safe. Null arguments are rejected with {@link NullPointerException}.
 */
public final class CallStubbing {

    private static final Hook NOTHING = () -> {};

    private final Operation operation;
    private final int times;
    private final CallScript script;

    CallStubbing(Operation operation, CallScript script) {
        this(operation, 1, script);
    }

    private CallStubbing(Operation operation, int times, CallScript script) {
        this.operation = Objects.requireNonNull(operation, "operation");
        this.times = times;
        this.script = script;
    }

    /**
     * Sets the number of calls; default: one.
     *
     * @throws IllegalArgumentException if {@code number} is less than 1
     */
    public CallStubbing times(int number) {
        if (number < 1) {
            throw new IllegalArgumentException("a stubbing is for at least one call, not for " + number);
        }
        return new CallStubbing(operation, number, script);
    }

    /** Sets that the stubbing is for every call until {@link FailingAnchorRepository#reset}. */
    public CallStubbing always() {
        return new CallStubbing(operation, CallScript.ALWAYS, script);
    }

    /**
     * Makes the calls throw {@code failure} without an effect.
     *
     * @throws IllegalArgumentException if the failure belongs to another operation
     */
    public void failBefore(AnchorRepositoryException failure) {
        requireSameOperation(failure);
        runBefore(() -> {
            throw failure;
        });
    }

    /**
     * Makes the calls throw {@code failure} after their effect.
     *
     * @throws IllegalArgumentException if the failure belongs to another operation, or if its effect is
     *     {@link Effect#NONE} and the operation changes anchors (rule FAI-2)
     */
    public void failAfter(AnchorRepositoryException failure) {
        requireSameOperation(failure);
        if (operation.isChanging() && failure.effect() == Effect.NONE) {
            throw new IllegalArgumentException(
                    operation + " cannot fail with effect NONE after its effect (rule FAI-2): " + failure.getMessage());
        }
        runAfter(() -> {
            throw failure;
        });
    }

    /** Makes the calls wait, without a limit, until {@code latch} is at zero, before their effect. */
    public void waitFor(CountDownLatch latch) {
        runBefore(Objects.requireNonNull(latch, "latch")::await);
    }

    /** Makes the calls run {@code hook} before their effect. */
    public void runBefore(Hook hook) {
        script.add(new CallHooks(operation, Objects.requireNonNull(hook, "hook"), NOTHING), times);
    }

    /** Makes the calls run {@code hook} after their effect. */
    public void runAfter(Hook hook) {
        script.add(new CallHooks(operation, NOTHING, Objects.requireNonNull(hook, "hook")), times);
    }

    private void requireSameOperation(AnchorRepositoryException failure) {
        if (failure.operation() != operation) {
            throw new IllegalArgumentException(
                    operation + " cannot fail with a failure of " + failure.operation() + ": " + failure.getMessage());
        }
    }

    /** An action on the thread of a call. */
    @FunctionalInterface
    public interface Hook {

        /**
         * Performs the action. The call throws what this method throws, except for an {@link InterruptedException}:
         * the call throws {@link InterruptedCallException} and sets the interrupt flag, as every repository does.
         *
         * @throws InterruptedException if the thread is interrupted
         */
        void run() throws InterruptedException;
    }
}
