package dev.anchors.http;

import dev.anchors.http.CallListener.CallEvent;
import dev.anchors.ports.AnchorRepositoryException;
import dev.anchors.ports.Operation;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/** What there is to tell of one call from its begin on; it is told once, at the first end. */
class CallReport {

    /** For calls of which nobody wants to hear: it keeps nothing and reads no clock. */
    static final CallReport NONE = new CallReport();

    /** Notes a request that the operation consists of. */
    void sends(Exchange exchange) {}

    void succeeded() {}

    void failed(AnchorRepositoryException failure) {}

    /** Begins the report of a call. */
    static CallReport to(@Nullable CallListener listener, Operation operation) {
        return listener == null ? NONE : new Heard(listener, operation);
    }

    private static final class Heard extends CallReport {

        private final CallListener listener;
        private final Operation operation;
        private final long begin = System.nanoTime();
        private @Nullable Exchange exchange;
        private boolean told;

        Heard(CallListener listener, Operation operation) {
            this.listener = listener;
            this.operation = operation;
        }

        @Override
        void sends(Exchange latest) {
            exchange = latest;
        }

        @Override
        void succeeded() {
            tell(Optional.empty());
        }

        @Override
        void failed(AnchorRepositoryException failure) {
            tell(Optional.of(failure.getClass()));
        }

        private void tell(Optional<Class<? extends AnchorRepositoryException>> failure) {
            if (told) {
                return;
            }
            told = true;
            Duration duration = Duration.ofNanos(System.nanoTime() - begin);
            Exchange last = exchange;
            Exchange answered = last != null && last.isAnswered() ? last : null;
            OptionalInt status = answered == null ? OptionalInt.empty() : OptionalInt.of(answered.status());
            long bytes = answered == null ? 0 : answered.body().bytesRead();
            try {
                listener.onCallEnd(new CallEvent(operation, status, duration, bytes, failure));
            } catch (Throwable ofTheListener) {
                // the call went as it went, whatever a listener makes of it
            }
        }
    }
}
