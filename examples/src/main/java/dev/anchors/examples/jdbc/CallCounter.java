package dev.anchors.examples.jdbc;

/**
 * Counts the calls that are under way, so that closing a repository neither waits for them nor breaks them (LIF-1): the
 * last one that ends after close releases the resources. Thread-safe.
 */
final class CallCounter {

    private final Runnable release;
    private int underWay;
    private boolean closed;

    /**
     * Creates a counter.
     *
     * @param release called once, after close and after the end of all calls
     */
    CallCounter(Runnable release) {
        this.release = release;
    }

    /**
     * Counts a call that begins.
     *
     * @throws IllegalStateException if the repository is closed
     */
    synchronized void begin() {
        if (closed) {
            throw new IllegalStateException("the repository is closed");
        }
        underWay++;
    }

    /** Counts a call that has ended. */
    void end() {
        if (wasLast()) {
            release.run();
        }
    }

    /** Refuses further calls. Closing twice has no effect. */
    void close() {
        if (isIdleAfterClosing()) {
            release.run();
        }
    }

    private synchronized boolean wasLast() {
        underWay--;
        return closed && underWay == 0;
    }

    private synchronized boolean isIdleAfterClosing() {
        boolean first = !closed;
        closed = true;
        return first && underWay == 0;
    }
}
