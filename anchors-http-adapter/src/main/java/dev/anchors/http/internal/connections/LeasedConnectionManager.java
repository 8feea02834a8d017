package dev.anchors.http.internal.connections;

import java.io.IOException;
import java.util.Objects;
import org.apache.hc.client5.http.HttpRoute;
import org.apache.hc.client5.http.io.ConnectionEndpoint;
import org.apache.hc.client5.http.io.HttpClientConnectionManager;
import org.apache.hc.client5.http.io.LeaseRequest;
import org.apache.hc.core5.http.protocol.HttpContext;
import org.apache.hc.core5.io.CloseMode;
import org.apache.hc.core5.util.TimeValue;
import org.apache.hc.core5.util.Timeout;
import org.jspecify.annotations.Nullable;

/**
 * Has HttpClient send each request over the connection that the request's context names. It owns no connection: a
 * {@link Lease} takes one from {@link OwnConnections} before the request is sent, and returns it afterwards.
 *
 * <p>Therefore nothing is lost when HttpClient closes its connection manager, as it does when an {@link Error} passes
 * through it.
 */
final class LeasedConnectionManager implements HttpClientConnectionManager {

    private static final String ATTRIBUTE = "dev.anchors.http.connection";

    /** Names the connection that the request with this context is to be sent over. */
    static void choose(ServiceConnection connection, HttpContext context) {
        context.setAttribute(ATTRIBUTE, connection);
    }

    @Override
    public LeaseRequest lease(String id, HttpRoute route, Timeout requestTimeout, @Nullable Object state) {
        return new LeaseRequest() {
            @Override
            public ConnectionEndpoint get(Timeout timeout) {
                return new LeasedEndpoint();
            }

            @Override
            public boolean cancel() {
                return true; // get() does not wait
            }
        };
    }

    /** Called for every request, since a fresh endpoint has no connection. */
    @Override
    public void connect(ConnectionEndpoint endpoint, @Nullable TimeValue connectTimeout, HttpContext context)
            throws IOException {
        ServiceConnection connection = (ServiceConnection) Objects.requireNonNull(context.getAttribute(ATTRIBUTE));
        ((LeasedEndpoint) endpoint).use(connection);
        if (!connection.isConnected()) {
            connection.connect(context);
        }
    }

    @Override
    public void upgrade(ConnectionEndpoint endpoint, HttpContext context) {
        throw new UnsupportedOperationException("TLS is part of connecting");
    }

    @Override
    public void release(ConnectionEndpoint endpoint, @Nullable Object newState, @Nullable TimeValue validDuration) {
        // HttpClient closes the endpoint before if the connection cannot serve again
    }

    @Override
    public void close(CloseMode closeMode) {
        // see above: there is nothing to close
    }

    @Override
    public void close() {
        // see above
    }
}
