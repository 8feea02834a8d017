package dev.anchors.http.internal.json;

import java.io.InterruptedIOException;

/** Says whether the call is over for which a body is decoded. Any thread may ask. */
@FunctionalInterface
public interface CancellationToken {

    /** The token of a body that is decoded to its end, however long that takes. */
    CancellationToken NONE = () -> false;

    /** Returns whether the call is over. */
    boolean isCancelled();

    /**
     * Does nothing while the call goes on.
     *
     * @throws InterruptedIOException if the call is over
     */
    default void check() throws InterruptedIOException {
        if (isCancelled()) {
            throw new InterruptedIOException("the call is over");
        }
    }
}
