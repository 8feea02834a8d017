package dev.anchors.http;

import java.io.IOException;
import org.apache.hc.client5.http.HttpRoute;
import org.apache.hc.client5.http.io.ConnectionEndpoint;
import org.apache.hc.client5.http.io.HttpClientConnectionManager;
import org.apache.hc.client5.http.io.LeaseRequest;
import org.apache.hc.core5.http.protocol.HttpContext;
import org.apache.hc.core5.io.CloseMode;
import org.apache.hc.core5.util.TimeValue;
import org.apache.hc.core5.util.Timeout;
import org.jspecify.annotations.Nullable;

/** Gives out the connections that a pool has and opens none. Closing it leaves the pool open. */
final class OpenConnections implements HttpClientConnectionManager {

    private final HttpClientConnectionManager pool;

    OpenConnections(HttpClientConnectionManager pool) {
        this.pool = pool;
    }

    @Override
    public LeaseRequest lease(String id, HttpRoute route, Timeout requestTimeout, @Nullable Object state) {
        return pool.lease(id, route, requestTimeout, state);
    }

    /** Called where the pool has no connection that works. */
    @Override
    public void connect(ConnectionEndpoint endpoint, @Nullable TimeValue connectTimeout, HttpContext context)
            throws NoneException {
        throw new NoneException();
    }

    @Override
    public void upgrade(ConnectionEndpoint endpoint, HttpContext context) throws IOException {
        pool.upgrade(endpoint, context);
    }

    @Override
    public void release(ConnectionEndpoint endpoint, @Nullable Object newState, @Nullable TimeValue validDuration) {
        pool.release(endpoint, newState, validDuration);
    }

    @Override
    public void close(CloseMode closeMode) {
        // it is for the owner of the pool
    }

    @Override
    public void close() {
        // as above
    }

    /** There is no open connection, so nothing was sent. */
    static final class NoneException extends IOException {

        private static final long serialVersionUID = 1L;
    }
}
