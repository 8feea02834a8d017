package dev.anchors.http.internal.calls;

import dev.anchors.http.internal.connections.Connections;
import dev.anchors.http.internal.connections.Lease;
import dev.anchors.ports.Effect;
import java.io.IOException;
import java.net.SocketException;
import java.net.URI;
import java.util.Objects;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.Method;
import org.apache.hc.core5.http.NoHttpResponseException;
import org.jspecify.annotations.Nullable;

/**
 * One request in flight and the response to it. It belongs to one thread at a time, {@link #cancel} apart, and holds a
 * connection from {@link #lease} until it is closed.
 */
final class Exchange implements AutoCloseable {

    private static final URI ANYWHERE = URI.create("/"); // until the service's address is known

    private final HttpUriRequestBase request;
    private final String path;
    private final @Nullable RequestBody body; // null for a request that reads
    private final Effect doubt;
    private @Nullable Lease lease; // written while holding this
    private volatile boolean cancelled;
    private @Nullable ClassicHttpResponse response;
    private @Nullable ResponseBody responseBody; // present as soon as the response is

    /** Makes an exchange whose effect is {@code doubt} if it breaks after the request may have been sent. */
    Exchange(Method method, String path, @Nullable RequestBody body, Effect doubt) {
        request = new HttpUriRequestBase(method.name(), ANYWHERE);
        request.setEntity(body);
        this.path = path;
        this.body = body;
        this.doubt = doubt;
    }

    /** Sets a header of the request. */
    void header(Header header) {
        request.setHeader(header);
    }

    /** Waits until a connection may be used, for this many nanoseconds, and returns whether one may. */
    boolean lease(Connections connections, long nanos) throws InterruptedException {
        Lease granted = connections.lease(nanos);
        synchronized (this) {
            lease = granted;
        }
        return granted != null;
    }

    /**
     * Sends the request and returns when the head of the response has arrived. A request that reads is sent a second time
     * if the service had closed the connection before the request arrived.
     */
    void send(Connections connections) throws IOException {
        Lease leased = Objects.requireNonNull(lease);
        try {
            receive(leased.send(request, path));
        } catch (IOException broken) {
            if (body != null || !isLost(broken) || !leased.wasReused() || isCancelled()) {
                throw broken;
            }
            connections.closeIdle();
            receive(leased.send(request, path));
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

    ResponseBody responseBody() {
        return Objects.requireNonNull(responseBody);
    }

    /** Says that the response was understood, so that the connection may be reused if nothing of it is left. */
    void keepConnection() {
        if (responseBody().isReadToEnd()) {
            Objects.requireNonNull(lease).keep(Objects.requireNonNull(response));
        }
    }

    /** Ends the exchange: the connection is reused if it was to be kept, and closed otherwise. */
    @Override
    public void close() {
        Lease ended = endLease();
        if (ended != null) {
            ended.close();
        }
    }

    /** Closes the connection, which ends whatever the exchange waits for; from any thread, any number of times. */
    synchronized void cancel() {
        cancelled = true;
        if (lease != null) {
            lease.abort();
        }
    }

    /** From here on {@link #cancel} cannot close a connection that may serve another exchange already. */
    private synchronized @Nullable Lease endLease() {
        Lease ended = lease;
        lease = null;
        return ended;
    }

    boolean isCancelled() {
        return cancelled;
    }

    /** Returns the effect if the exchange broke now: a request that reads, or certainly did not leave, changed nothing. */
    Effect effect() {
        return body != null && body.mayHaveBeenSent() ? doubt : Effect.NONE;
    }

    /** Returns whether the exchange still waits until a connection may be used. */
    boolean waitsForLease() {
        return lease == null;
    }

    /** Returns whether there was a connection to send the request by. */
    boolean wasConnected() {
        return lease != null && lease.wasConnected();
    }
}
