package dev.anchors.testkit.contract;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Stands open until a test shuts it, and then holds up whoever would pass. At the clock of a repository it keeps a call
 * under way for as long as a test wants.
 */
final class PausePoint {

    private volatile CountDownLatch missing = new CountDownLatch(0);
    private volatile CountDownLatch shut = new CountDownLatch(0);

    void shut() {
        missing = new CountDownLatch(1);
        shut = new CountDownLatch(1);
    }

    void open() {
        shut.countDown();
    }

    /** Whoever is interrupted at the door waits all the same, and finds its flag set behind it. */
    void pass() {
        missing.countDown();
        boolean interrupted = false;
        while (shut.getCount() > 0) {
            try {
                shut.await();
            } catch (InterruptedException meanwhile) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /** Waits until somebody stands before the door; false if nobody came in time. */
    boolean awaitSomebody(Duration limit) throws InterruptedException {
        return missing.await(limit.toNanos(), TimeUnit.NANOSECONDS);
    }
}
