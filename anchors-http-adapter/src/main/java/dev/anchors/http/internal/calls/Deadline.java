package dev.anchors.http.internal.calls;

import java.time.Duration;

/**
 * When a call, or a read of a stream, is to end: when its time is up, or when the thread that waits was interrupted. The
 * watchdog may ask at any time, except while the deadline starts again.
 */
final class Deadline {

    private volatile Duration timeout;
    private volatile Thread caller = Thread.currentThread();
    private volatile long end; // a time of System.nanoTime

    /** Starts now, for the current thread. */
    Deadline(Duration timeout) {
        this.timeout = timeout;
        end = System.nanoTime() + timeout.toNanos();
    }

    /** Starts again with another timeout, for the current thread. */
    void restart(Duration next) {
        caller = Thread.currentThread();
        timeout = next;
        end = System.nanoTime() + next.toNanos();
    }

    Duration timeout() {
        return timeout;
    }

    /** Returns the nanoseconds that are left; negative when the deadline has passed. */
    long timeLeft() {
        return end - System.nanoTime();
    }

    boolean hasPassed(long nanoTime) {
        return nanoTime - end >= 0;
    }

    boolean isCallerInterrupted() {
        return caller.isInterrupted();
    }
}
