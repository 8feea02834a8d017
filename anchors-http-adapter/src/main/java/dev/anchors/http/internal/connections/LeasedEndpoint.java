package dev.anchors.http.internal.connections;

import java.io.IOException;
import java.nio.channels.ClosedChannelException;
import java.util.Objects;
import org.apache.hc.client5.http.io.ConnectionEndpoint;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.impl.io.HttpRequestExecutor;
import org.apache.hc.core5.http.protocol.HttpContext;
import org.apache.hc.core5.io.CloseMode;
import org.apache.hc.core5.util.Timeout;
import org.jspecify.annotations.Nullable;

/** HttpClient's handle on the connection of one request. Any thread may close it, which ends the request. */
final class LeasedEndpoint extends ConnectionEndpoint {

    private @Nullable ServiceConnection connection; // guarded by this
    private boolean closed; // guarded by this

    /** Sets the connection, unless the request was cancelled before. */
    synchronized void use(ServiceConnection chosen) throws IOException {
        if (closed) {
            throw new ClosedChannelException();
        }
        connection = chosen;
    }

    @Override
    public ClassicHttpResponse execute(
            String id, ClassicHttpRequest request, RequestExecutor executor, HttpContext context)
            throws IOException, HttpException {
        return executor.execute(request, connected().http(), context);
    }

    /** Is not called by the versions of HttpClient that are supported, which still declare it. */
    @Override
    @SuppressWarnings("deprecation")
    public ClassicHttpResponse execute(
            String id, ClassicHttpRequest request, HttpRequestExecutor executor, HttpContext context)
            throws IOException, HttpException {
        return executor.execute(request, connected().http(), context);
    }

    @Override
    public synchronized boolean isConnected() {
        return !closed && connection != null && connection.isConnected();
    }

    /** Does nothing: one deadline bounds the whole call, so the socket needs no timeouts. */
    @Override
    public void setSocketTimeout(Timeout timeout) {}

    @Override
    public void close() {
        close(CloseMode.IMMEDIATE);
    }

    @Override
    public void close(CloseMode closeMode) {
        ServiceConnection used;
        synchronized (this) {
            closed = true;
            used = connection;
        }
        if (used != null) {
            used.close();
        }
    }

    private synchronized ServiceConnection connected() {
        return Objects.requireNonNull(connection);
    }
}
