package dev.anchors.http.internal.calls;

import dev.anchors.ports.Operation;
import java.time.Duration;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/** Is notified of each call when the call has ended. */
@FunctionalInterface
public interface CallObserver {

    /**
     * Takes note of a call.
     *
     * @param status the status of its last response that belongs to the operation itself; empty if none arrived
     * @param bytes how many bytes of the body of that response were read
     * @param failure what the call threw; null if it succeeded
     */
    void onCallEnd(Operation operation, OptionalInt status, Duration duration, long bytes, @Nullable Throwable failure);
}
