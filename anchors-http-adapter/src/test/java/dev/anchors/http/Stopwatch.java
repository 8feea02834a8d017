package dev.anchors.http;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/**
 * Measures how long a task takes, without the time in which the machine was too busy to run the threads of this program. A
 * thread that asks to be woken every five milliseconds measures how much later it is woken.
 *
 * <p>Therefore a tight bound on the measured time holds on a busy machine, too.
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

    /** Returns how long the task took, without the delays of the machine. */
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

    /** Returns the sum of all delays, the current one included. */
    private synchronized long lost() {
        return lost + Math.max(System.nanoTime() - due, 0);
    }
}
