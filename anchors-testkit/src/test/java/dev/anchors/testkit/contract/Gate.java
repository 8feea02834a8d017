package dev.anchors.testkit.contract;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * A gate in a repository, at which a thread waits until another has come to a certain point: it makes a race happen
 * that would happen by luck alone. It holds up the threads of a test, not the test's own, which does things one after
 * the other; and only until it was open once, or for a moment that is long enough for a thread that is under way.
 */
final class Gate {

    private static final long LONG_ENOUGH_MILLISECONDS = 2000;

    private final Thread test = Thread.currentThread();
    private final CountDownLatch missing;

    /** Makes a gate that opens when so many threads, other than the one that makes it, have come. */
    Gate(int threads) {
        missing = new CountDownLatch(threads);
    }

    void come() {
        if (Thread.currentThread() != test) {
            missing.countDown();
        }
    }

    void pass() {
        if (Thread.currentThread() == test) {
            return;
        }
        try {
            if (!missing.await(LONG_ENOUGH_MILLISECONDS, TimeUnit.MILLISECONDS)) {
                while (missing.getCount() > 0) {
                    missing.countDown();
                }
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    void comeAndPass() {
        come();
        pass();
    }
}
