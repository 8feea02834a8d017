package dev.anchors.examples.jdbc;

import java.sql.SQLException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;

/**
 * Threads that use databases. No caller can interrupt them: an interrupt would close the file of an embedded database, for
 * all its users, if it came while the thread reads or writes the file.
 */
final class DatabaseThreads {

    private static final Executor THREADS = Executors.newCachedThreadPool(DatabaseThreads::daemon);

    private DatabaseThreads() {}

    /**
     * Runs work on one of the threads and waits for its result. An interrupt does not end the wait, and the interrupt flag
     * of the calling thread stays set (FAI-4).
     *
     * @throws SQLException if {@code work} threw it
     */
    static <T> T call(Work<T> work) throws SQLException {
        CompletableFuture<T> result = new CompletableFuture<>();
        THREADS.execute(() -> complete(result, work));
        try {
            return result.join();
        } catch (CompletionException failed) {
            throw unchecked(failed);
        }
    }

    /** Does what {@link #call} does for work without a result. */
    static void run(Runnable work) {
        CompletableFuture.runAsync(work, THREADS).join();
    }

    private static <T> void complete(CompletableFuture<T> result, Work<T> work) {
        try {
            result.complete(work.run());
        } catch (Throwable failure) { // the caller receives it
            result.completeExceptionally(failure);
        }
    }

    /** Returns the unchecked exception that the work threw, and throws the checked one. */
    private static RuntimeException unchecked(CompletionException failed) throws SQLException {
        Throwable cause = failed.getCause();
        if (cause instanceof SQLException failure) {
            throw failure;
        }
        if (cause instanceof Error failure) {
            throw failure;
        }
        return cause instanceof RuntimeException failure ? failure : failed;
    }

    private static Thread daemon(Runnable work) {
        Thread thread = new Thread(work, "anchors-database");
        thread.setDaemon(true);
        return thread;
    }

    /** Work that uses a database. */
    @FunctionalInterface
    interface Work<T> {
        T run() throws SQLException;
    }
}
