package dev.anchors.testkit;

import dev.anchors.ports.Effect;
import dev.anchors.ports.InterruptedCallException;
import dev.anchors.ports.Operation;

/** What one call of an operation is to do before its effect and after it. */
record CallHooks(Operation operation, NextCall.Hook before, NextCall.Hook after) {

    static final NextCall.Hook NOTHING = () -> {};

    void runBefore() {
        run(before, Effect.NONE);
    }

    void runAfter() {
        run(after, operation.effectWhenUnanswered());
    }

    private void run(NextCall.Hook hook, Effect effect) {
        try {
            hook.run();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new InterruptedCallException(operation, effect, interrupted);
        }
    }
}
