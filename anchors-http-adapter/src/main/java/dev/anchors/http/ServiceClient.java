package dev.anchors.http;

import dev.anchors.ports.AnchorRepositoryException;
import dev.anchors.ports.Effect;
import dev.anchors.ports.InterruptedCallException;
import dev.anchors.ports.Operation;
import java.time.Duration;
import java.util.Objects;
import java.util.function.Function;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.core5.http.Header;
import org.jspecify.annotations.Nullable;

/** The way to the service, which all calls of a repository share; how long they may take is its own. */
final class ServiceClient implements AutoCloseable {

    private static final Duration LONGEST_CALL = Duration.ofDays(36_525);

    private final Transport transport;
    private final Duration callTimeout;
    private final long maxResponseBytes;
    private final Header[] headers;
    private final @Nullable CallListener listener;
    private final Watchdog watchdog;
    private final RequestConfig config;

    ServiceClient(
            Transport transport,
            Duration callTimeout,
            long maxResponseBytes,
            Header[] headers,
            @Nullable CallListener listener,
            Watchdog watchdog) {
        this.transport = transport;
        this.callTimeout = callTimeout;
        this.maxResponseBytes = maxResponseBytes;
        this.headers = headers;
        this.listener = listener;
        this.watchdog = watchdog;
        config = transport.config(callTimeout);
    }

    /**
     * Returns the timeout, or one that can be counted in nanoseconds instead of one that is longer still.
     *
     * @throws IllegalArgumentException if it is not positive
     */
    static Duration checked(Duration callTimeout) {
        Objects.requireNonNull(callTimeout, "callTimeout");
        if (callTimeout.isZero() || callTimeout.isNegative()) {
            throw new IllegalArgumentException("the call timeout must be positive, but was " + callTimeout);
        }
        return callTimeout.compareTo(LONGEST_CALL) > 0 ? LONGEST_CALL : callTimeout;
    }

    /** Returns one that shares all with this one, save how long its calls may take. */
    ServiceClient withCallTimeout(Duration timeout) {
        return new ServiceClient(transport, timeout, maxResponseBytes, headers, listener, watchdog);
    }

    /** Makes a call, and reports it. */
    <T> T call(Operation operation, Function<Call, T> work) {
        CallReport report = report(operation);
        T result;
        try (Call call = begin(operation, report)) {
            result = work.apply(call);
        } catch (AnchorRepositoryException failure) {
            report.failed(failure);
            throw failure;
        }
        report.succeeded();
        return result;
    }

    /** Begins the report of a call, which is for who began it to end. */
    CallReport report(Operation operation) {
        return CallReport.to(listener, operation);
    }

    /**
     * Begins a call, which the caller closes.
     *
     * @throws IllegalStateException if the repository is closed
     * @throws InterruptedCallException if the thread is interrupted already
     */
    Call begin(Operation operation, CallReport report) {
        requireOpen();
        if (Thread.currentThread().isInterrupted()) {
            throw new InterruptedCallException(operation, Effect.NONE, null);
        }
        Call call = resume(operation, report);
        if (transport.isClosed()) { // the watchdog may have ended before it saw the call, so the call must not begin
            call.close();
            requireOpen();
        }
        return call;
    }

    /** Begins a call that goes on with what an earlier one left open; if the repository was closed since, it fails. */
    Call resume(Operation operation, CallReport report) {
        Call call = new Call(this, operation, callTimeout, report);
        watchdog.watch(call);
        return call;
    }

    /** Ends all calls under way with the next look of the watchdog, and waits for none. */
    @Override
    public void close() {
        transport.close();
        watchdog.stop();
    }

    Transport transport() {
        return transport;
    }

    long maxResponseBytes() {
        return maxResponseBytes;
    }

    void prepare(HttpUriRequestBase request) {
        request.setConfig(config);
        request.setHeaders(headers);
    }

    void end(Call call) {
        watchdog.forget(call);
    }

    private void requireOpen() {
        if (transport.isClosed()) {
            throw new IllegalStateException("the repository is closed");
        }
    }
}
