package dev.anchors.http.internal.connections;

/**
 * Makes a stack overflow happen before a connection is held and not while it is released. A release that overflows the stack
 * would lose the connection, and an overflow within the look at an idle channel may leave a lock of the channel locked, for
 * which every thread that closes the channel would wait forever.
 */
final class ReservedStack {

    /** The look at a connection and the release of one need less stack than this many calls of an empty method. */
    private static final int FRAMES = 512;

    private ReservedStack() {}

    /**
     * Does nothing if there is as much stack as it takes to release a connection.
     *
     * @throws StackOverflowError if there is less
     */
    static void require() {
        descend(FRAMES);
    }

    private static int descend(int frames) {
        return frames == 0 ? 0 : 1 + descend(frames - 1);
    }
}
