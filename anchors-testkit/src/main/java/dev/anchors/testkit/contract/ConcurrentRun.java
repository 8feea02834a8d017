package dev.anchors.testkit.contract;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
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

    private ConcurrentRun() {}

    /**
     * Runs one task on each thread and returns the results in the order of the threads.
     *
     * @param budget the time that all tasks together may take
     * @throws Exception the first failure of a task
     * @throws AssertionError if a thread has not ended in time
     */
    @SuppressWarnings("ThreadPriorityCheck") // the threads only wait for one another
    static <T> List<T> run(Duration budget, int threads, IntFunction<Callable<T>> tasks) throws Exception {
        ExecutorService executor = Executors.newFixedThreadPool(threads);
        try {
            AtomicInteger missing = new AtomicInteger(threads);
            List<Future<T>> futures = new ArrayList<>();
            for (int thread = 0; thread < threads; thread++) {
                Callable<T> task = tasks.apply(thread);
                futures.add(executor.submit(() -> {
                    missing.decrementAndGet();
                    while (missing.get() > 0) {
                        Thread.yield(); // a latch would wake the threads one after the other
                    }
                    return task.call();
                }));
            }
            return results(futures, budget);
        } finally {
            executor.shutdownNow();
        }
    }

    private static <T> List<T> results(List<Future<T>> futures, Duration budget) throws Exception {
        long begin = System.nanoTime();
        List<T> results = new ArrayList<>();
        for (Future<T> future : futures) {
            try {
                long left = budget.toNanos() - (System.nanoTime() - begin);
                results.add(future.get(left, TimeUnit.NANOSECONDS));
            } catch (ExecutionException failure) {
                throw unwrapped(failure);
            } catch (TimeoutException late) {
                throw new AssertionError(
                        "a thread of %d %s, which is %s".formatted(futures.size(), Hints.TIMED_OUT, budget), late);
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
