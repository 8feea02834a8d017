package dev.anchors.http;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/**
 * Measures how long something took, without the time in which the machine let no thread of this program run on time: a
 * thread that asks to be woken every five milliseconds sees how much later than that it is.
 *
 * <p>So a bound on what is measured can be tight, and holds on a machine that has other things to do.
 */
final class Stopwatch implements AutoCloseable {

    private static final long PERIOD = Duration.ofMillis(5).toNanos();

    private final Thread thread = new Thread(this::run, "stopwatch");
    private long lost;
    private long due;
    private volatile boolean closed;

    private Stopwatch() {
        due = System.nanoTime() + PERIOD;
        thread.setDaemon(true);
        thread.start();
    }

    static Stopwatch start() {
        return new Stopwatch();
    }

    /** Returns how long the task took, all the machine's delays taken off. */
    Duration time(Runnable task) {
        long begin = System.nanoTime();
        long lostBefore = lost();
        task.run();
        long took = System.nanoTime() - begin;
        return Duration.ofNanos(took - (lost() - lostBefore));
    }

    @Override
    public void close() {
        closed = true;
    }

    private void run() {
        while (!closed) {
            LockSupport.parkNanos(this, PERIOD);
            tick();
        }
    }

    private synchronized void tick() {
        long now = System.nanoTime();
        lost += Math.max(now - due, 0);
        due = now + PERIOD;
    }

    /** Includes the delay that lasts. */
    private synchronized long lost() {
        return lost + Math.max(System.nanoTime() - due, 0);
    }
}
