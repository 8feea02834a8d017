package dev.anchors.http.internal.calls;

import dev.anchors.ports.Operation;
import java.time.Duration;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/** Measures one call, and notifies the observer when the call has ended. */
final class CallReport {

    private final Operation operation;
    private final @Nullable CallObserver observer;
    private final long begin = System.nanoTime();
    private @Nullable Exchange last;

    /** Begins to measure. */
    CallReport(Operation operation, @Nullable CallObserver observer) {
        this.operation = operation;
        this.observer = observer;
    }

    /** Makes the report one of this exchange, and no longer of those before. */
    void of(Exchange exchange) {
        last = exchange;
    }

    /**
     * Notifies the observer.
     *
     * @param failure what the call throws; null if it succeeded
     */
    void end(@Nullable Throwable failure) {
        if (observer == null) {
            return;
        }
        Exchange answered = last != null && last.hasResponse() ? last : null;
        OptionalInt status = answered == null ? OptionalInt.empty() : OptionalInt.of(answered.status());
        long bytes = answered == null ? 0 : answered.responseBody().bytesRead();
        Duration duration = Duration.ofNanos(System.nanoTime() - begin);
        try {
            observer.onCallEnd(operation, status, duration, bytes, failure);
        } catch (Throwable ofTheObserver) {
            // the outcome of the call is certain, whatever an observer makes of it
        }
    }
}
