package dev.anchors.http;

import dev.anchors.ports.AnchorRepositoryException;
import dev.anchors.ports.Operation;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Is told of each call of an {@link HttpAnchorRepository} when it ended, for metrics and the like.
 *
 * <p>It hears nothing private: no id, no path, no words of the service.
 *
 * <p>The thread that called tells it, after the connection was given back and before the call returns, so a slow listener
 * makes slow calls. Any number of threads may tell it at once. What it throws is ignored.
 *
 * <p>A call that the repository refused is none: one with null, and one after the repository was closed.
 */
@FunctionalInterface
public interface CallListener {

    /** Takes notice of a call. */
    void onCallEnd(CallEvent call);

    /**
     * A call that ended.
     *
     * <p>A stream is one call, which ends with its walk: when the last anchor was read, when the walk fails, or when it is
     * closed before, which is success. It is told by the thread that did so, and never if nobody does.
     *
     * @param operation what was called
     * @param status the status of the answer; empty if none came. Where the operation took more than one request, of the
     *     last of them, except that the look-up after a failed delete or disassociate does not count
     * @param duration from the begin to the end; for a stream with the time that its consumer took
     * @param bytes how many bytes of the body of that answer were read
     * @param failure the type of what the call threw; empty if it succeeded
     */
    record CallEvent(
            Operation operation,
            OptionalInt status,
            Duration duration,
            long bytes,
            Optional<Class<? extends AnchorRepositoryException>> failure) {}
}
