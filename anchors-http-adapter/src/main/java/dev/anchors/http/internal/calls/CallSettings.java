package dev.anchors.http.internal.calls;

import dev.anchors.http.internal.connections.Connections;
import java.time.Duration;
import java.util.List;
import org.apache.hc.core5.http.Header;
import org.jspecify.annotations.Nullable;

/**
 * What calls have in common.
 *
 * @param headers headers of every request
 * @param timeout how long a call may take; at most a century
 * @param streamIdleTimeout how long a stream may be waited for at each further anchor; null for as long as a call may take
 * @param maxResponseBytes how many bytes the body of a response may have
 * @param registration gives the application its id; null where the application does not register
 * @param observer is notified of each call when the call has ended; null for none
 */
public record CallSettings(
        Connections connections,
        List<Header> headers,
        Duration timeout,
        @Nullable Duration streamIdleTimeout,
        long maxResponseBytes,
        @Nullable Registration registration,
        @Nullable CallObserver observer) {

    private static final Duration LONGEST_TIMEOUT = Duration.ofDays(36_525);

    /** Makes settings; a timeout above a century counts as a century, so that it can be counted in nanoseconds. */
    public CallSettings {
        timeout = atMostACentury(timeout);
        streamIdleTimeout = streamIdleTimeout == null ? null : atMostACentury(streamIdleTimeout);
    }

    CallSettings withTimeout(Duration other) {
        return new CallSettings(
                connections, headers, other, streamIdleTimeout, maxResponseBytes, registration, observer);
    }

    /** Returns how long a stream may be waited for at each further anchor. */
    Duration timeBetweenAnchors() {
        return streamIdleTimeout == null ? timeout : streamIdleTimeout;
    }

    private static Duration atMostACentury(Duration timeout) {
        return timeout.compareTo(LONGEST_TIMEOUT) > 0 ? LONGEST_TIMEOUT : timeout;
    }
}
