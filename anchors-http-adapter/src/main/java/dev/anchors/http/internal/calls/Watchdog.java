package dev.anchors.http.internal.calls;

import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * Looks at the calls under way every ten milliseconds, so that a call whose time is up, or whose thread was interrupted,
 * ends while it is blocked.
 *
 * <p>It is one thread for any number of calls, started by the first of them; it rests while there are none. A look
 * allocates nothing, so that deadlines hold when the heap is full.
 */
final class Watchdog {

    /** What is looked at. */
    abstract static class Watched {

        private int position = -1; // in the watchdog's array; -1 while not watched; guarded by its lock

        /** Ends the call if it is to end. */
        abstract void endIfDue(long nanoTime);
    }

    private static final long BETWEEN_LOOKS = TimeUnit.MILLISECONDS.toNanos(10);

    /** It rests only after a second without calls, since waking it costs the call that does so. */
    private static final int LOOKS_BEFORE_REST = 100;

    private final ReentrantLock lock = new ReentrantLock();
    private @Nullable Watched[] watched = new Watched[64]; // guarded by lock
    private @Nullable Watched[] looked = new Watched[64]; // as long as watched; filled by the thread alone
    private volatile int count; // written while holding the lock

    private volatile @Nullable Thread thread;
    private volatile boolean resting;
    private volatile boolean stopped;

    /** Starts to look at a call. */
    void watch(Watched call) {
        add(call);
        Thread watching = thread;
        if (watching == null) {
            start();
        } else if (resting) { // read after the call was added: see rest()
            LockSupport.unpark(watching);
        }
    }

    private void add(Watched call) {
        lock.lock();
        try {
            if (count == watched.length) {
                looked = new Watched[2 * count];
                watched = Arrays.copyOf(watched, 2 * count);
            }
            int last = count;
            call.position = last;
            watched[last] = call;
            count = last + 1;
        } finally {
            lock.unlock();
        }
    }

    /** Looks at a call no more; one that was not watched is ignored. */
    void forget(Watched call) {
        lock.lock();
        try {
            if (call.position >= 0) {
                int last = count - 1;
                Watched moved = watched[last];
                watched[call.position] = moved;
                watched[last] = null;
                if (moved != null) {
                    moved.position = call.position;
                }
                call.position = -1;
                count = last;
            }
        } finally {
            lock.unlock();
        }
    }

    /** Ends the thread as soon as no call is under way. */
    void stop() {
        stopped = true;
        LockSupport.unpark(thread);
    }

    private void start() {
        lock.lock();
        try {
            if (thread == null) {
                Thread watching = new Thread(null, this::run, "anchors-http-watchdog", 0, false);
                watching.setDaemon(true);
                watching.setContextClassLoader(null);
                watching.start();
                thread = watching;
            }
        } finally {
            lock.unlock();
        }
    }

    private void run() {
        int idleLooks = 0;
        while (!stopped || count > 0) {
            Thread.interrupted(); // a set flag would keep the thread from ever parking
            idleLooks = count == 0 ? idleLooks + 1 : 0;
            if (idleLooks > LOOKS_BEFORE_REST) {
                rest();
            } else {
                lookAndSurvive();
                LockSupport.parkNanos(this, BETWEEN_LOOKS);
            }
        }
    }

    /** To end a call may need memory that there is not; the next look tries again, and nobody else keeps the deadlines. */
    private void lookAndSurvive() {
        try {
            look();
        } catch (OutOfMemoryError passing) {
            // the calls are still watched
        }
    }

    /** Ends calls without holding the lock, since to close a connection may take a moment. */
    private void look() {
        @Nullable Watched[] calls;
        int size;
        lock.lock();
        try {
            size = count;
            calls = looked;
            System.arraycopy(watched, 0, calls, 0, size);
        } finally {
            lock.unlock();
        }
        long now = System.nanoTime();
        for (int i = 0; i < size; i++) {
            Watched call = calls[i];
            calls[i] = null;
            if (call != null) {
                call.endIfDue(now);
            }
        }
    }

    private void rest() {
        resting = true;
        if (count == 0 && !stopped) { // a call that was added before is seen here; one that is added later sees resting
            LockSupport.park(this);
        }
        resting = false;
    }
}
