package dev.anchors.http;

import static java.util.concurrent.TimeUnit.SECONDS;

import java.util.Arrays;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.FutureTask;
import java.util.concurrent.ThreadFactory;
import java.util.stream.Collectors;

/** The threads of a test and those that they start, which inherit the group, apart from the threads of other tests. */
final class OwnThreads implements ThreadFactory {

    static final String NAME = "own";

    private final ThreadGroup group = new ThreadGroup(NAME);

    /** Runs a task on a thread of the group, and returns its result after the thread has ended. */
    <T> T call(Callable<T> task) throws Exception {
        FutureTask<T> result = new FutureTask<>(task);
        Thread thread = newThread(result);
        thread.start();
        T returned = result.get(60, SECONDS);
        thread.join();
        return returned;
    }

    @Override
    public Thread newThread(Runnable task) {
        return new Thread(group, task, NAME);
    }

    /** Returns the living threads that were started by threads of the group. */
    Set<Thread> started() {
        Thread[] threads = new Thread[group.activeCount() + 100];
        int count = group.enumerate(threads);
        return Arrays.stream(threads, 0, count)
                .filter(thread -> !thread.getName().equals(NAME))
                .collect(Collectors.toSet());
    }
}
