package dev.anchors.http.internal.connections;

import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.SocketException;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLSocket;
import org.apache.hc.client5.http.ClientProtocolException;
import org.apache.hc.client5.http.ssl.TlsSocketStrategy;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.http.impl.io.DefaultBHttpClientConnection;
import org.apache.hc.core5.http.impl.io.HttpRequestExecutor;
import org.apache.hc.core5.http.io.SessionInputBuffer;
import org.apache.hc.core5.http.protocol.DefaultHttpProcessor;
import org.apache.hc.core5.http.protocol.HttpContext;
import org.apache.hc.core5.http.protocol.HttpProcessor;
import org.apache.hc.core5.http.protocol.RequestConnControl;
import org.apache.hc.core5.http.protocol.RequestContent;
import org.apache.hc.core5.http.protocol.RequestTargetHost;
import org.apache.hc.core5.http.protocol.RequestUserAgent;
import org.apache.hc.core5.util.TimeValue;
import org.apache.hc.core5.util.Timeout;
import org.jspecify.annotations.Nullable;

/**
 * One connection to the service, on which HttpCore sends requests.
 *
 * <p>It belongs to one thread at a time, {@link #close} apart.
 */
class ServiceConnection {

    /** How much of a request is written before the next look for an early response. */
    static final int WRITTEN_AT_ONCE = 64 * 1024;

    private static final int MAX_TLS_BYTES_WHILE_IDLE = 16 * 1024;

    /** A head without end is an error, not a matter of memory. */
    private static final Http1Config BOUNDED_HEAD = Http1Config.custom()
            .setMaxHeaderCount(200)
            .setMaxLineLength(64 * 1024)
            .build();

    /** The headers that follow from the body and the address of a request, and the name of the sender. */
    private static final HttpProcessor FURTHER_HEADERS = new DefaultHttpProcessor(
            new RequestContent(),
            new RequestTargetHost(),
            new RequestConnControl(),
            new RequestUserAgent("anchors-http-adapter"));

    private static final HttpRequestExecutor EXECUTOR = new HttpRequestExecutor();

    private final BaseUrl baseUrl;
    private final HostAddresses hosts;
    private final @Nullable TlsSocketStrategy tls; // null where the connection is plain
    private final StrictResponseParser parser = new StrictResponseParser(BOUNDED_HEAD);
    private final DefaultBHttpClientConnection http =
            new DefaultBHttpClientConnection(
                    BOUNDED_HEAD,
                    null,
                    null,
                    null,
                    null,
                    new EarlyResponses(WRITTEN_AT_ONCE, parser),
                    null,
                    ignored -> parser) {
                @Override
                protected InputStream createContentInputStream(
                        long length, SessionInputBuffer buffer, InputStream source) {
                    EndNotingInputStream noting = new EndNotingInputStream(source);
                    return new ContentInputStream(super.createContentInputStream(length, buffer, noting), noting);
                }
            };

    private final ServiceSocket socket = new ServiceSocket();
    private @Nullable SSLSocket tlsSocket; // null where the connection is plain, and until connected
    private boolean wasConnected;

    /** Whether the connection is to be closed, and no longer in use. */
    volatile boolean isDiscarded;

    private long usableUntil;

    /** Makes a connection that is not connected yet; {@code tls} makes the handshake, null for none. */
    ServiceConnection(BaseUrl baseUrl, HostAddresses hosts, @Nullable TlsSocketStrategy tls) {
        this.baseUrl = baseUrl;
        this.hosts = hosts;
        this.tls = tls;
    }

    BaseUrl baseUrl() {
        return baseUrl;
    }

    boolean isConnected() {
        return http.isOpen();
    }

    /** Returns whether the connection was open at some time. */
    boolean wasConnected() {
        return wasConnected;
    }

    /**
     * Sends a request and returns the response as soon as its head has arrived.
     *
     * @param request a request with its address and headers, apart from those that follow from its body and its address
     * @param nanos the time that is left, in nanoseconds
     */
    ClassicHttpResponse send(ClassicHttpRequest request, HttpContext context, long nanos) throws IOException {
        if (!isConnected()) {
            connect(context, nanos);
        }
        try {
            FURTHER_HEADERS.process(request, request.getEntity(), context);
            return EXECUTOR.execute(request, http, context);
        } catch (HttpException notHttp) {
            throw new ClientProtocolException(notHttp);
        }
    }

    /** Connects to the first address of the host that accepts, and makes the TLS handshake where the base URL is https. */
    private void connect(HttpContext context, long nanos) throws IOException {
        Socket plain = socket.connect(hosts, baseUrl.host().getHostName(), baseUrl.port(), nanos);
        if (tls != null) {
            SSLSocket upgraded = upgraded(tls, plain, context);
            tlsSocket = upgraded;
            http.bind(upgraded, plain);
        } else {
            http.bind(plain);
        }
        wasConnected = true;
    }

    private SSLSocket upgraded(TlsSocketStrategy strategy, Socket plain, HttpContext context) throws IOException {
        try {
            return strategy.upgrade(plain, baseUrl.host().getHostName(), baseUrl.port(), null, context);
        } catch (SocketException lost) { // so that it is not taken for a service that does not listen
            throw new SSLException("the connection was lost during the handshake", lost);
        }
    }

    /** Returns whether neither end has closed the connection, and no request was cut short on it. */
    boolean canServeAgain() {
        return http.isOpen() && http.isConsistent() && !socket.isClosed();
    }

    /** Sets how long the service keeps the connection open, from {@code nanoTime} on. */
    void keepFor(TimeValue duration, long nanoTime) {
        usableUntil = nanoTime + duration.toNanoseconds();
    }

    boolean isExpired(long nanoTime) {
        return nanoTime - usableUntil >= 0;
    }

    /**
     * Returns whether another request may be sent: the service still keeps the connection open, and nothing has arrived
     * that does not belong to a response which was asked for. This look waits for nothing, except for a millisecond where
     * a message of the TLS layer has arrived.
     *
     * <p>Stray bytes may be in HttpCore's buffer already, or still with the operating system, so both are looked at.
     */
    boolean isReusable(long nanoTime) {
        try {
            return !isExpired(nanoTime) && !parser.hasUnreadBytes() && !hasUnreadTlsData() && socket.isSilent();
        } catch (IOException broken) {
            return false;
        }
    }

    /** Closes the connection at once, whatever it does; any thread may do so. */
    void close() {
        socket.close();
    }

    /**
     * Has the TLS layer handle what has arrived; messages of its own, such as session tickets, are no response. More of them
     * than any service needs count as unread data, since handling them takes time.
     */
    private boolean hasUnreadTlsData() throws IOException {
        SSLSocket secure = tlsSocket;
        if (secure == null) {
            return false;
        }
        int arrived = socket.bytesArrived();
        boolean hasArrived = arrived > 0 || secure.getInputStream().available() > 0;
        return arrived > MAX_TLS_BYTES_WHILE_IDLE
                || (hasArrived && http.isDataAvailable(Timeout.ONE_MILLISECOND))
                || secure.isInputShutdown();
    }
}
