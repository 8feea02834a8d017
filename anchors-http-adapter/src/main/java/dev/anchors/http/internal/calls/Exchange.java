package dev.anchors.http.internal.calls;

import dev.anchors.http.internal.connections.Connections;
import dev.anchors.http.internal.connections.Lease;
import dev.anchors.ports.Effect;
import java.io.IOException;
import java.net.SocketException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpHeaders;
import org.apache.hc.core5.http.Method;
import org.apache.hc.core5.http.NoHttpResponseException;
import org.jspecify.annotations.Nullable;

/**
 * One request in flight and the response to it. It belongs to one thread at a time, {@link #cancel} apart, and holds a
 * connection from {@link #awaitConnection} until it is closed.
 */
final class Exchange implements AutoCloseable {

    private static final URI ANYWHERE = URI.create("/"); // until the service's address is known

    private final HttpUriRequestBase request;
    private final String path;
    private final @Nullable RequestBody body; // null for a request that reads
    private final Effect effectOnceSent;
    private final Lease lease;
    private boolean isLeased;
    private boolean closed; // guarded by this
    private volatile boolean cancelled;
    private @Nullable ClassicHttpResponse response;
    private @Nullable ResponseBody responseBody; // present as soon as the response is

    /** Makes an exchange over a connection that {@code lease} will wait for. */
    Exchange(Method method, String path, @Nullable RequestBody body, Effect effectOnceSent, Lease lease) {
        request = new HttpUriRequestBase(method.name(), ANYWHERE);
        request.setEntity(body);
        this.path = path;
        this.body = body;
        this.effectOnceSent = effectOnceSent;
        this.lease = lease;
    }

    /** Sets a header of the request. */
    void header(Header header) {
        request.setHeader(header);
    }

    /** Waits until a connection may be used, for this many nanoseconds, and returns whether one may. */
    boolean awaitConnection(long nanos) throws InterruptedException {
        isLeased = lease.acquire(nanos);
        return isLeased;
    }

    /**
     * Sends the request and returns when the head of the response has arrived. A request that reads is sent a second time
     * if the service had closed the connection before the request arrived.
     */
    void send(Connections connections) throws IOException {
        try {
            receive(lease.send(request, path));
        } catch (IOException broken) {
            if (body != null || !isLost(broken) || !lease.wasReused() || isCancelled()) {
                throw broken;
            }
            connections.closeIdle();
            receive(lease.send(request, path));
        }
    }

    /** Returns whether no response arrived; a socket channel reports a reset as a plain IOException. */
    private static boolean isLost(IOException broken) {
        return broken instanceof NoHttpResponseException
                || broken instanceof SocketException
                || broken.getClass() == IOException.class;
    }

    private void receive(ClassicHttpResponse head) {
        responseBody = new ResponseBody(head.getEntity());
        response = head;
    }

    boolean hasResponse() {
        return response != null;
    }

    int status() {
        return Objects.requireNonNull(response).getCode();
    }

    /** Returns how long the service asks to wait; empty if it does not say so. */
    Optional<Duration> retryAfter() {
        Header header = Objects.requireNonNull(response).getFirstHeader(HttpHeaders.RETRY_AFTER);
        return RetryAfter.of(header == null ? null : header.getValue(), Instant.now());
    }

    /** Returns what was asked for, below the base URL. */
    String path() {
        return path;
    }

    ResponseBody responseBody() {
        return Objects.requireNonNull(responseBody);
    }

    /** Says that the response was understood, so that the connection may be reused if nothing of it is left. */
    void keepConnection() {
        if (responseBody().isReadToEnd()) {
            lease.keep(Objects.requireNonNull(response));
        }
    }

    /** Ends the exchange: the connection is reused if it was to be kept, and closed otherwise. */
    @Override
    public void close() {
        synchronized (this) { // from here on the connection may serve another exchange, and must not be cancelled
            closed = true;
        }
        lease.close();
    }

    /** Closes the connection, which ends whatever the exchange waits for; from any thread, any number of times. */
    synchronized void cancel() {
        cancelled = true;
        if (!closed) {
            lease.abort();
        }
    }

    boolean isCancelled() {
        return cancelled;
    }

    /** Returns the effect if the exchange broke now: a request that reads, or certainly did not leave, changed nothing. */
    Effect effect() {
        return body != null && body.mayHaveBeenSent() ? effectOnceSent : Effect.NONE;
    }

    /** Returns whether the exchange still waits until a connection may be used. */
    boolean waitsForConnection() {
        return !isLeased;
    }

    /** Returns whether the connection had served an earlier request. */
    boolean wasReused() {
        return lease.wasReused();
    }

    /** Returns whether there was a connection to send the request by. */
    boolean wasConnected() {
        return lease.wasConnected();
    }
}
