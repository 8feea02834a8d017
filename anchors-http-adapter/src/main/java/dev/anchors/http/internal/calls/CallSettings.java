package dev.anchors.http.internal.calls;

import dev.anchors.http.internal.connections.Connections;
import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What calls have in common.
 *
 * @param timeout how long a call may take, or a stream may be waited for at each anchor; at most a century
 * @param maxResponseBytes how many bytes the body of a response may have
 * @param observer is told of each call when it has ended; null for nobody
 */
public record CallSettings(
        Connections connections,
        Duration timeout,
        long maxResponseBytes,
        @Nullable CallObserver observer) {

    private static final Duration LONGEST_TIMEOUT = Duration.ofDays(36_525);

    /** Makes settings; a timeout above a century counts as a century, so that it can be counted in nanoseconds. */
    public CallSettings {
        timeout = timeout.compareTo(LONGEST_TIMEOUT) > 0 ? LONGEST_TIMEOUT : timeout;
    }

    /**
     * Returns the timeout.
     *
     * @throws IllegalArgumentException if it is not positive
     */
    public static Duration requirePositive(Duration callTimeout) {
        Objects.requireNonNull(callTimeout, "callTimeout");
        if (callTimeout.isZero() || callTimeout.isNegative()) {
            throw new IllegalArgumentException("the call timeout must be positive, but was " + callTimeout);
        }
        return callTimeout;
    }

    CallSettings withTimeout(Duration other) {
        return new CallSettings(connections, other, maxResponseBytes, observer);
    }
}
