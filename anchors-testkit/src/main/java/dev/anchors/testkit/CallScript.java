package dev.anchors.testkit;

import dev.anchors.ports.Operation;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** The hooks of future calls, oldest first, and the calls so far. Thread-safe. */
final class CallScript {

    /** The number of calls of hooks that are never used up. */
    static final int ALWAYS = 0;

    private static final class Entry {

        private final CallHooks hooks;
        private final boolean endless;
        private int left;

        Entry(CallHooks hooks, int times) {
            this.hooks = hooks;
            endless = times == ALWAYS;
            left = times;
        }

        private boolean isUsedUp() {
            return !endless && left == 0;
        }
    }

    private final List<Entry> entries = new ArrayList<>();
    private final List<RecordedCall> calls = new ArrayList<>();

    synchronized void add(CallHooks hooks, int times) {
        entries.add(new Entry(hooks, times));
    }

    /** Records a call and takes its hooks in one atomic step, so that the first recorded call gets the first hooks. */
    private synchronized CallHooks next(RecordedCall call) {
        calls.add(call);
        for (Entry entry : entries) {
            if (entry.hooks.operation() == call.operation()) {
                entry.left--;
                entries.removeIf(Entry::isUsedUp);
                return entry.hooks;
            }
        }
        return CallHooks.none(call.operation());
    }

    /** Records a call and has it fail, wait or take effect as its hooks say. */
    <T> T run(RecordedCall call, Supplier<T> effect) {
        CallHooks hooks = next(call);
        hooks.runBefore();
        T result = effect.get();
        try {
            hooks.runAfter();
            return result;
        } catch (RuntimeException | Error failure) {
            if (result instanceof Stream<?> stream) {
                stream.close(); // the caller never gets the stream
            }
            throw failure;
        }
    }

    /** Returns the operation of each entry that is not endless, once for each call that is left. */
    synchronized List<Operation> pending() {
        return entries.stream()
                .filter(entry -> !entry.endless)
                .flatMap(entry -> Collections.nCopies(entry.left, entry.hooks.operation()).stream())
                .toList();
    }

    synchronized List<RecordedCall> calls() {
        return List.copyOf(calls);
    }

    synchronized void clear() {
        entries.clear();
        calls.clear();
    }
}
