package dev.anchors.testkit.contract;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;

/** Runs tasks on threads that start at the same time. */
final class ConcurrentRun {

    private static final long BETWEEN_LOOKS = TimeUnit.MILLISECONDS.toNanos(100);

    private ConcurrentRun() {}

    /**
     * Runs one task on each thread and returns the results in the order of the threads.
     *
     * @param budget the time that all tasks together may take
     * @throws Exception the first failure of a task
     * @throws AssertionError if a thread has not ended in time, or waits for a lock without end
     */
    @SuppressWarnings("ThreadPriorityCheck") // the threads only wait for one another
    static <T> List<T> run(Duration budget, int threads, IntFunction<Callable<T>> tasks) throws Exception {
        Queue<Thread> running = new ConcurrentLinkedQueue<>();
        ExecutorService executor = Executors.newFixedThreadPool(threads);
        try {
            AtomicInteger missing = new AtomicInteger(threads);
            List<Future<T>> futures = new ArrayList<>();
            for (int thread = 0; thread < threads; thread++) {
                Callable<T> task = tasks.apply(thread);
                futures.add(executor.submit(() -> {
                    running.add(Thread.currentThread());
                    missing.decrementAndGet();
                    while (missing.get() > 0) {
                        Thread.yield(); // a latch would wake the threads one after the other
                    }
                    return task.call();
                }));
            }
            return results(futures, running, System.nanoTime() + budget.toNanos(), budget);
        } finally {
            executor.shutdownNow();
        }
    }

    private static <T> List<T> results(List<Future<T>> futures, Collection<Thread> running, long end, Duration budget)
            throws Exception {
        List<T> results = new ArrayList<>();
        while (results.size() < futures.size()) {
            try {
                long left = Math.max(0, end - System.nanoTime());
                results.add(futures.get(results.size()).get(Math.min(left, BETWEEN_LOOKS), TimeUnit.NANOSECONDS));
            } catch (ExecutionException failure) {
                throw unwrapped(failure);
            } catch (TimeoutException late) {
                LockWaits.withoutEnd(running).ifPresent(wait -> {
                    throw new AssertionError(wait);
                });
                if (System.nanoTime() - end >= 0) {
                    throw new AssertionError(
                            "a thread of %d %s, which is %s".formatted(futures.size(), Hints.TIMED_OUT, budget), late);
                }
            }
        }
        return results;
    }

    private static Exception unwrapped(ExecutionException failure) {
        if (failure.getCause() instanceof Error error) {
            throw error;
        }
        return failure.getCause() instanceof Exception exception ? exception : failure;
    }
}
