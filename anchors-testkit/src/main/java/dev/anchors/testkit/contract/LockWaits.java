package dev.anchors.testkit.contract;

import static java.util.stream.Collectors.toMap;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;
import java.lang.management.ThreadMXBean;
import java.util.Arrays;
import java.util.Collection;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Finds waits for locks that cannot end, so that a test need not wait until its time is up. */
final class LockWaits {

    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private LockWaits() {}

    /**
     * Returns what is wrong if one of some threads waits for a lock whose owner waits for that thread: for its end, as the
     * calling thread does, at a {@link PausePoint}, or for another lock.
     */
    static Optional<String> withoutEnd(Collection<Thread> threads) {
        long[] ids = threads.stream().mapToLong(Thread::getId).toArray();
        Map<Long, ThreadInfo> infos = Arrays.stream(THREADS.getThreadInfo(ids, Integer.MAX_VALUE)) // of one moment
                .filter(Objects::nonNull) // a thread that has ended has none
                .collect(toMap(ThreadInfo::getThreadId, info -> info));
        return infos.values().stream()
                .filter(waiting ->
                        waiting.getLockOwnerId() == Thread.currentThread().getId()
                                || isPaused(infos.get(waiting.getLockOwnerId()))
                                || isDeadlocked(waiting.getThreadId()))
                .findFirst()
                .map(waiting -> "a call waits for a lock that another call holds, which waits for that call's end: in "
                        + place(waiting));
    }

    private static boolean isPaused(@Nullable ThreadInfo owner) {
        return owner != null
                && owner.getThreadState() == Thread.State.WAITING
                && Arrays.stream(owner.getStackTrace())
                        .anyMatch(frame -> frame.getClassName().equals(PausePoint.class.getName()));
    }

    private static boolean isDeadlocked(long thread) {
        long[] deadlocked = THREADS.findDeadlockedThreads();
        return deadlocked != null && Arrays.stream(deadlocked).anyMatch(id -> id == thread);
    }

    /** Returns the method that takes the lock for which a thread waits. */
    private static String place(ThreadInfo waiting) {
        return Arrays.stream(waiting.getStackTrace())
                .filter(frame -> !frame.getClassName().matches("(java|jdk)\\..*"))
                .findFirst()
                .map(frame -> "%s.%s(%s:%d)"
                        .formatted(
                                frame.getClassName(),
                                frame.getMethodName(),
                                frame.getFileName(),
                                frame.getLineNumber()))
                .orElse(waiting.getThreadName());
    }
}
