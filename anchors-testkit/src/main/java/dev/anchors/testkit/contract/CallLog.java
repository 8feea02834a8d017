package dev.anchors.testkit.contract;

import dev.anchors.domain.Anchor;
import dev.anchors.domain.AnchorId;
import dev.anchors.domain.Anchors;
import dev.anchors.domain.SeededAnchor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Queue;
import java.util.StringJoiner;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The last calls that a test made, in the order in which they began, for the message of a failure. The text is created
 * only when it is needed.
 *
 * <p>Each thread has its own log. A shared log would synchronize the threads and so hide mistakes of the repository.
 */
final class CallLog {

    private static final int KEPT = 10;
    private static final int WIDTH = 120;

    private static final class Entry {

        private final long began = System.nanoTime();
        private final String operation;
        private final @Nullable Object[] arguments;
        private volatile Supplier<String> end = () -> " has not ended";
        private int times = 1; // guarded by the calls of the thread

        Entry(String operation, @Nullable Object[] arguments) {
            this.operation = operation;
            this.arguments = arguments;
        }

        void returned(@Nullable Object result) {
            end = () -> CallLog.returned(result);
        }

        void threw(Throwable failure) {
            end = () -> " threw " + failure;
        }

        /** Returns one line; control characters are replaced. */
        @Override
        public String toString() {
            StringJoiner call = new StringJoiner(", ", operation + "(", ")");
            for (Object argument : arguments) {
                call.add(words(argument));
            }
            String line = (call + end.get()).replaceAll("\\p{Cntrl}", "?");
            return (line.length() > WIDTH ? line.substring(0, WIDTH) + "..." : line)
                    + (times > 1 ? " (the last of " + times + " such calls)" : "");
        }

        /** Takes the place of the calls in front of it that took the same snapshot. */
        void replace(Deque<Entry> calls) {
            Entry last = calls.peekLast();
            if (last != null && last.isSnapshot() && isSnapshot() && Arrays.equals(last.arguments, arguments)) {
                times += calls.removeLast().times;
            }
        }

        private boolean isSnapshot() {
            return operation.equals("snapshot");
        }
    }

    private final Queue<Deque<Entry>> threads = new ConcurrentLinkedQueue<>(); // each guarded by itself
    private final ThreadLocal<Deque<Entry>> own = ThreadLocal.withInitial(() -> {
        Deque<Entry> calls = new ArrayDeque<>();
        threads.add(calls);
        return calls;
    });

    /** Returns an implementation of {@code port} that passes each call to {@code target} and records it. */
    <T> T of(Class<T> port, T target) {
        return port.cast(Proxy.newProxyInstance(
                port.getClassLoader(), new Class<?>[] {port}, (proxy, method, given) -> {
                    Entry call = record(method.getName(), given == null ? new Object[0] : given);
                    try {
                        Object result = method.invoke(target, given);
                        call.returned(result);
                        return result;
                    } catch (InvocationTargetException thrown) {
                        Throwable failure = Objects.requireNonNull(thrown.getCause());
                        call.threw(failure);
                        throw failure;
                    }
                }));
    }

    private Entry record(String operation, @Nullable Object[] arguments) {
        Entry entry = new Entry(operation, arguments);
        Deque<Entry> calls = own.get();
        synchronized (calls) {
            entry.replace(calls);
            calls.add(entry);
            if (calls.size() > KEPT + 1) {
                calls.remove();
            }
        }
        return entry;
    }

    /** Returns a line for each call. */
    @Override
    public String toString() {
        List<Entry> calls = new ArrayList<>();
        for (Deque<Entry> thread : threads) {
            synchronized (thread) {
                calls.addAll(thread);
            }
        }
        calls.sort((one, other) -> Long.signum(one.began - other.began));
        int leftOut = Math.max(0, calls.size() - KEPT);
        StringJoiner lines = new StringJoiner("\n");
        if (leftOut > 0) {
            lines.add("(earlier calls are left out)");
        }
        calls.subList(leftOut, calls.size()).forEach(call -> lines.add(call.toString()));
        return lines.toString();
    }

    /** Returns the end of the text of a call; empty for a call without a result. */
    static String returned(@Nullable Object result) {
        return result == null || result.equals("") ? "" : " returned " + words(result);
    }

    /** Returns a short form of an argument or a result. */
    static String words(@Nullable Object value) {
        if (value instanceof Anchors anchors) {
            return anchors.size() + " anchors";
        } else if (value instanceof Anchor anchor) {
            return anchor.id().value();
        } else if (value instanceof AnchorId id) {
            return id.value();
        } else if (value instanceof SeededAnchor seed) {
            return seed.toString();
        } else if (value instanceof Stream<?>) {
            return "a stream";
        } else if (value instanceof Optional<?> optional) {
            return optional.isEmpty() ? "nothing" : words(optional.get());
        }
        return String.valueOf(value);
    }
}
