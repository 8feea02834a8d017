package dev.anchors.testkit.contract;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Delays a thread that reads the time until calls of other threads have begun or ended, so that these calls overtake the
 * call of the thread. Thread-safe.
 */
final class DelayingClock implements InstantSource {

    private static final int MOST_EVENTS = 5;
    private static final int MOST_YIELDS = 200;

    private final InstantSource time;
    private final Random random;
    private final AtomicLong events = new AtomicLong();

    DelayingClock(InstantSource time, long seed) {
        this.time = time;
        this.random = new Random(seed);
    }

    /** Counts the begin or the end of a call. */
    void countEvent() {
        events.incrementAndGet();
    }

    /**
     * Waits for a random number of events, but lets the other threads run only so often: they may wait for a lock of this
     * thread.
     */
    @Override
    @SuppressWarnings("ThreadPriorityCheck") // nothing relies on it: a clock that does not delay is correct
    public Instant instant() {
        long awaited = events.get() + random.nextInt(MOST_EVENTS + 1);
        for (int yields = 0; events.get() < awaited && yields < MOST_YIELDS; yields++) {
            Thread.yield();
        }
        return time.instant();
    }
}
