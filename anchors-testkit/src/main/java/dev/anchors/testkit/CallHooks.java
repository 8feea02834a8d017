package dev.anchors.testkit;

import dev.anchors.ports.Effect;
import dev.anchors.ports.InterruptedCallException;
import dev.anchors.ports.Operation;
import dev.anchors.testkit.CallStubbing.Hook;

/** The actions of a call before and after its effect. */
record CallHooks(Operation operation, Hook before, Hook after) {

    /** Returns hooks that do nothing. */
    static CallHooks none(Operation operation) {
        return new CallHooks(operation, () -> {}, () -> {});
    }

    void runBefore() {
        run(before, Effect.NONE);
    }

    void runAfter() {
        run(after, operation.effectWhenUnanswered());
    }

    private void run(Hook hook, Effect effect) {
        try {
            hook.run();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new InterruptedCallException(operation, effect, interrupted);
        }
    }
}
