package dev.anchors.http;

import dev.anchors.ports.Operation;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Is notified of each call of an {@link HttpAnchorRepository} and of its links when the call has ended, for metrics and the
 * like. An event holds nothing private: no id, no path, no text of the service.
 *
 * <p>The calling thread notifies the listener, after the connection was released and before the call returns, so a slow
 * listener makes slow calls. Several threads may notify it at once. What the listener throws is ignored.
 *
 * <p>Calls that are rejected with {@link NullPointerException}, {@link IllegalArgumentException} or, after the repository
 * was closed, {@link IllegalStateException} are not reported.
 */
@FunctionalInterface
public interface CallListener {

    /**
     * Takes note of a call.
     *
     * @param event the call; never null
     */
    void onCallEnd(CallEvent event);

    /**
     * A call that has ended.
     *
     * <p>A stream is one call. It ends when its last anchor was read, when it fails, or when it is closed before, which
     * counts as success; a stream that is neither read to its end nor closed is never reported.
     *
     * @param operation the operation that was called
     * @param status the status of the response; empty if none arrived. Where an operation took several requests, the
     *     status of the last of them, the look-up of the anchor after a failed change apart
     * @param duration the time from begin to end; for a stream, including the time that its consumer took
     * @param bytes how many bytes of the body of that response were read
     * @param failure the type of what the call threw, an {@link dev.anchors.ports.AnchorRepositoryException} or an
     *     {@link Error}; empty if the call succeeded
     */
    record CallEvent(
            Operation operation,
            OptionalInt status,
            Duration duration,
            long bytes,
            Optional<Class<? extends Throwable>> failure) {}
}
