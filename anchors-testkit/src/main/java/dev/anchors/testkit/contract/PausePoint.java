package dev.anchors.testkit.contract;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Blocks the threads that pass this point while it is paused. In the clock of a repository, it keeps a call under way for
 * as long as a test needs. Thread-safe.
 */
final class PausePoint {

    private volatile CountDownLatch arrival = new CountDownLatch(0);
    private volatile CountDownLatch pause = new CountDownLatch(0);

    void pause() {
        arrival = new CountDownLatch(1);
        pause = new CountDownLatch(1);
    }

    void resume() {
        pause.countDown();
    }

    /** Lets a thread that waits for an arrival go on. */
    void arrive() {
        arrival.countDown();
    }

    /** Waits while paused. An interrupt does not end the wait and leaves the thread's interrupt flag set. */
    void pass() {
        arrive();
        boolean interrupted = false;
        while (pause.getCount() > 0) {
            try {
                pause.await();
            } catch (InterruptedException meanwhile) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /** Waits until a thread has arrived since the last pause. Returns false if no thread arrived in time. */
    boolean awaitArrival(Duration limit) throws InterruptedException {
        return arrival.await(limit.toNanos(), TimeUnit.NANOSECONDS);
    }
}
