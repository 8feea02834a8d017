package dev.anchors.http;

import dev.anchors.ports.Effect;
import dev.anchors.ports.InterruptedCallException;
import dev.anchors.ports.Operation;
import java.time.Duration;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.util.Timeout;

/** The way to the service, which all calls of a repository share. */
final class ServiceClient implements AutoCloseable {

    private final Transport transport;
    private final Duration callTimeout;
    private final long maxResponseBytes;
    private final Header[] headers;
    private final RequestConfig config;
    private final Watchdog watchdog = new Watchdog();
    private volatile boolean closed;

    ServiceClient(Transport transport, Duration callTimeout, long maxResponseBytes, Header[] headers) {
        this.transport = transport;
        this.callTimeout = callTimeout;
        this.maxResponseBytes = maxResponseBytes;
        this.headers = headers;
        config = config(Timeout.of(callTimeout));
    }

    /**
     * Begins a call, which the caller closes.
     *
     * @throws IllegalStateException if the repository is closed
     * @throws InterruptedCallException if the thread is interrupted already
     */
    Call begin(Operation operation) {
        requireOpen();
        if (Thread.currentThread().isInterrupted()) {
            throw new InterruptedCallException(operation, Effect.NONE, null);
        }
        Call call = resume(operation);
        if (closed) { // the watchdog may have ended before it saw the call, so the call must not begin
            call.close();
            requireOpen();
        }
        return call;
    }

    /** Begins a call that goes on with what an earlier one left open; if the repository was closed since, it fails. */
    Call resume(Operation operation) {
        Call call = new Call(this, operation, callTimeout);
        watchdog.watch(call);
        return call;
    }

    /** Ends all calls under way with the next look of the watchdog, and waits for none. */
    @Override
    public void close() {
        closed = true;
        watchdog.stop();
        transport.close();
    }

    boolean isClosed() {
        return closed;
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
        if (closed) {
            throw new IllegalStateException("the repository is closed");
        }
    }

    /**
     * Overrides, as far as a request can, what a client that is not ours is set to. None of its timeouts may be longer
     * than the call's; shorter ones need not be: the watchdog keeps the deadline.
     */
    private static RequestConfig config(Timeout callTimeout) {
        return RequestConfig.custom()
                .setConnectionRequestTimeout(callTimeout)
                .setResponseTimeout(callTimeout)
                .setRedirectsEnabled(false)
                .setAuthenticationEnabled(false)
                .setContentCompressionEnabled(false)
                .setExpectContinueEnabled(false)
                .setProtocolUpgradeEnabled(false)
                .build();
    }
}
