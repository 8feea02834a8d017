package dev.anchors.http;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * Looks every ten milliseconds after the calls under way, so that one whose time is up, or whose thread was interrupted,
 * is given up while it is blocked.
 *
 * <p>It is one thread for any number of calls. It is started by the first of them and rests where there are none; a call
 * costs no more than an entry in a set.
 */
final class Watchdog {

    private static final long BETWEEN_LOOKS = TimeUnit.MILLISECONDS.toNanos(10);

    /** It rests only after a second without calls, since waking it costs the call that does it. */
    private static final int LOOKS_BEFORE_REST = 100;

    private final Set<Call> calls = ConcurrentHashMap.newKeySet();
    private volatile @Nullable Thread thread;
    private volatile boolean resting;
    private volatile boolean stopped;

    void watch(Call call) {
        calls.add(call);
        Thread watching = thread;
        if (watching == null) {
            start();
        } else if (resting) { // read after the call was added: see rest()
            LockSupport.unpark(watching);
        }
    }

    void forget(Call call) {
        calls.remove(call);
    }

    /** Ends the thread as soon as no call is under way. */
    void stop() {
        stopped = true;
        LockSupport.unpark(thread);
    }

    private synchronized void start() {
        if (thread == null) {
            Thread watching = new Thread(null, this::run, "anchors-http-watchdog", 0, false);
            watching.setDaemon(true);
            watching.setContextClassLoader(null);
            watching.start();
            thread = watching;
        }
    }

    private void run() {
        int idleLooks = 0;
        while (!stopped || !calls.isEmpty()) {
            Thread.interrupted(); // nobody should, but a set flag would keep it from ever parking
            idleLooks = calls.isEmpty() ? idleLooks + 1 : 0;
            if (idleLooks > LOOKS_BEFORE_REST) {
                rest();
            } else {
                lookAndLive();
                LockSupport.parkNanos(this, BETWEEN_LOOKS);
            }
        }
    }

    /** A look may find no memory; the next one may, and nobody else keeps the deadlines. */
    private void lookAndLive() {
        try {
            look();
        } catch (OutOfMemoryError passing) {
            // the calls are still in the set
        }
    }

    private void look() {
        long now = System.nanoTime();
        for (Call call : calls) {
            call.giveUpIfDue(now);
        }
    }

    private void rest() {
        resting = true;
        if (calls.isEmpty() && !stopped) { // a call that came before is seen here, one that comes later sees resting
            LockSupport.park(this);
        }
        resting = false;
    }
}
