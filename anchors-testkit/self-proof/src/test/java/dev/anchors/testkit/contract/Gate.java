package dev.anchors.testkit.contract;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * A gate in a repository. A thread waits there until another thread has reached a certain point, so that a race happens
 * each time and not by chance. The gate delays the threads that a test starts, but not the thread of the test itself. It
 * stays open after it was opened, or after a thread has waited for two seconds.
 */
final class Gate {

    private static final long LIMIT_MILLISECONDS = 2000;

    private final Thread test = Thread.currentThread();
    private final CountDownLatch missing;

    /**
     * Creates a gate in the thread of the test.
     *
     * @param threads the number of other threads that open the gate by their arrival
     */
    Gate(int threads) {
        missing = new CountDownLatch(threads);
    }

    void arrive() {
        if (Thread.currentThread() != test) {
            missing.countDown();
        }
    }

    void pass() {
        if (Thread.currentThread() == test) {
            return;
        }
        try {
            if (!missing.await(LIMIT_MILLISECONDS, TimeUnit.MILLISECONDS)) {
                while (missing.getCount() > 0) {
                    missing.countDown();
                }
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    void arriveAndPass() {
        arrive();
        pass();
    }
}
