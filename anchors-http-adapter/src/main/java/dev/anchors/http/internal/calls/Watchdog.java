package dev.anchors.http.internal.calls;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * Looks at the calls under way every ten milliseconds, so that a call whose time is up, or whose thread was interrupted,
 * ends while it is blocked.
 *
 * <p>It is one thread for any number of calls, started by the first of them; it rests while there are none. Calls neither
 * wait for that thread nor for each other. A look allocates nothing, so that deadlines hold when the heap is full.
 */
final class Watchdog {

    /** What is looked at. */
    interface Watched {

        /** Ends the call if it is to end. */
        void endIfDue(long nanoTime);
    }

    /** The time during which a call is looked at. */
    static final class Watch {

        private volatile @Nullable Watched call; // null once the watch has ended
        private @Nullable Watch older; // changed by the watchdog's thread alone, once the watch is in the list

        private Watch(Watched call) {
            this.call = call;
        }

        /** Ends the watch. A look that has begun already may still end the call. */
        void end() {
            call = null;
        }
    }

    private static final long BETWEEN_LOOKS = TimeUnit.MILLISECONDS.toNanos(10);

    /** It rests only after a second without calls, since waking it costs the call that does so. */
    private static final int LOOKS_BEFORE_REST = 100;

    /** The watches, of which those that have ended are removed by the next look. */
    private final AtomicReference<@Nullable Watch> newest = new AtomicReference<>();

    private final ReentrantLock starting = new ReentrantLock();
    private volatile @Nullable Thread thread;
    private volatile boolean resting;
    private volatile boolean stopped;

    /** Starts to look at a call. */
    Watch watch(Watched call) {
        Watch added = new Watch(call);
        do {
            added.older = newest.get();
        } while (!newest.compareAndSet(added.older, added));
        Thread watching = thread;
        if (watching == null) {
            start();
        } else if (resting) { // read after the watch was added: see rest()
            LockSupport.unpark(watching);
        }
        return added;
    }

    /** Ends the thread as soon as no call is under way. */
    void stop() {
        stopped = true;
        LockSupport.unpark(thread);
    }

    private void start() {
        starting.lock();
        try {
            if (thread == null) {
                Thread watching = new Thread(null, this::run, "anchors-http-watchdog", 0, false);
                watching.setDaemon(true);
                watching.setContextClassLoader(null);
                watching.start();
                thread = watching;
            }
        } finally {
            starting.unlock();
        }
    }

    private void run() {
        int idleLooks = 0;
        while (!stopped || isWatching()) {
            Thread.interrupted(); // a set flag would keep the thread from ever parking
            idleLooks = isWatching() ? 0 : idleLooks + 1;
            if (idleLooks > LOOKS_BEFORE_REST) {
                rest();
            } else {
                lookAndSurvive();
                LockSupport.parkNanos(this, BETWEEN_LOOKS);
            }
        }
    }

    /** Returns whether there is a watch that the next look has to visit. */
    boolean isWatching() {
        return newest.get() != null;
    }

    /** To end a call may need memory that there is not; the next look tries again, and nobody else keeps the deadlines. */
    private void lookAndSurvive() {
        try {
            look();
        } catch (OutOfMemoryError passing) {
            // the calls are still watched
        }
    }

    private void look() {
        long now = System.nanoTime();
        Watch newer = null; // the last watch that stayed
        for (Watch watch = newest.get(); watch != null; watch = watch.older) {
            Watched call = watch.call;
            if (call != null) {
                call.endIfDue(now);
            }
            if (call != null || !remove(watch, newer)) {
                newer = watch;
            }
        }
    }

    /** Removes a watch, unless it was the newest and no longer is: then the next look removes it. */
    private boolean remove(Watch watch, @Nullable Watch newer) {
        if (newer == null) {
            return newest.compareAndSet(watch, watch.older);
        }
        newer.older = watch.older;
        return true;
    }

    private void rest() {
        resting = true;
        if (!isWatching()
                && !stopped) { // a call that was added before is seen here; one that is added later sees resting
            LockSupport.park(this);
        }
        resting = false;
    }
}
