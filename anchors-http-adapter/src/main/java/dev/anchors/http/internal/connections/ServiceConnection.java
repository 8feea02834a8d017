package dev.anchors.http.internal.connections;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.SocketChannel;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLSocket;
import org.apache.hc.client5.http.ssl.TlsSocketStrategy;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.http.impl.io.DefaultBHttpClientConnection;
import org.apache.hc.core5.http.impl.io.MonitoringResponseOutOfOrderStrategy;
import org.apache.hc.core5.http.protocol.HttpContext;
import org.apache.hc.core5.util.TimeValue;
import org.apache.hc.core5.util.Timeout;
import org.jspecify.annotations.Nullable;

/**
 * One connection to the service. Its socket is that of a {@link SocketChannel}, because a channel can be asked without
 * waiting whether something has arrived, and can be closed at any moment by any thread: connecting, the TLS handshake,
 * writing and reading then end at once.
 *
 * <p>It belongs to one thread at a time, {@link #close} apart.
 */
final class ServiceConnection {

    /** The look whether something has arrived needs less stack than this many calls of an empty method. */
    private static final int FRAMES_OF_A_LOOK = 128;

    /** How much of a request is written before the next look for an early response. */
    static final int WRITTEN_AT_ONCE = 64 * 1024;

    /** A head without end is an error, not a matter of memory. */
    private static final Http1Config BOUNDED_HEAD = Http1Config.custom()
            .setMaxHeaderCount(200)
            .setMaxLineLength(64 * 1024)
            .build();

    private final BaseUrl baseUrl;
    private final TlsSocketStrategy tls;
    private final StrictResponseParser parser = new StrictResponseParser(BOUNDED_HEAD);
    private final DefaultBHttpClientConnection http = new DefaultBHttpClientConnection(
            BOUNDED_HEAD,
            null,
            null,
            null,
            null,
            new MonitoringResponseOutOfOrderStrategy(WRITTEN_AT_ONCE),
            null,
            ignored -> parser);

    private @Nullable SocketChannel channel; // guarded by this; null until connected
    private boolean closed; // guarded by this
    private @Nullable SSLSocket tlsSocket; // null where the connection is plain
    private boolean wasConnected;
    private long usableUntil;

    ServiceConnection(BaseUrl baseUrl, TlsSocketStrategy tls) {
        this.baseUrl = baseUrl;
        this.tls = tls;
    }

    BaseUrl baseUrl() {
        return baseUrl;
    }

    /** Returns HttpCore's connection, which sends and receives. */
    DefaultBHttpClientConnection http() {
        return http;
    }

    boolean isConnected() {
        return http.isOpen();
    }

    /** Returns whether the connection was open at some time. */
    boolean wasConnected() {
        return wasConnected;
    }

    /** Connects to the first address of the host that accepts, and makes the TLS handshake where the base URL is https. */
    void connect(HttpContext context) throws IOException {
        Socket socket = connectedChannel().socket();
        if (baseUrl.isHttps()) {
            SSLSocket upgraded = upgraded(socket, context);
            tlsSocket = upgraded;
            http.bind(upgraded, socket);
        } else {
            http.bind(socket);
        }
        wasConnected = true;
    }

    private SSLSocket upgraded(Socket socket, HttpContext context) throws IOException {
        try {
            return tls.upgrade(socket, baseUrl.host().getHostName(), baseUrl.port(), null, context);
        } catch (SocketException lost) { // so that it is not taken for a service that does not listen
            throw new SSLException("the connection was lost during the handshake", lost);
        }
    }

    /** Returns whether neither end, nor an unread rest of a response, has closed the connection. */
    boolean canServeAgain() {
        return http.isOpen() && http.isConsistent() && !isClosed();
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
            return !isExpired(nanoTime) && !parser.hasUnreadBytes() && !hasUnreadTlsData() && isSilent();
        } catch (IOException broken) {
            return false;
        }
    }

    /** Closes the connection without a farewell, which over TLS could wait for a write that hangs. */
    void close() {
        SocketChannel open;
        synchronized (this) {
            closed = true;
            open = channel;
        }
        if (open != null) {
            closeQuietly(open);
        }
    }

    private synchronized boolean isClosed() {
        return closed;
    }

    private SocketChannel connectedChannel() throws IOException {
        IOException refused = new ClosedChannelException();
        for (InetAddress address : InetAddress.getAllByName(baseUrl.host().getHostName())) {
            SocketChannel candidate = open();
            try {
                candidate.connect(new InetSocketAddress(address, baseUrl.port()));
                candidate.setOption(StandardSocketOptions.TCP_NODELAY, true);
                return candidate;
            } catch (IOException failure) {
                closeQuietly(candidate);
                refused = failure;
            }
        }
        throw refused;
    }

    /** Opens a channel that {@link #close} closes, also while it connects. */
    private synchronized SocketChannel open() throws IOException {
        if (closed) {
            throw new ClosedChannelException();
        }
        SocketChannel opened = SocketChannel.open();
        channel = opened;
        return opened;
    }

    /** Has the TLS layer handle what has arrived; messages of its own, such as session tickets, are no response. */
    private boolean hasUnreadTlsData() throws IOException {
        SSLSocket socket = tlsSocket;
        if (socket == null) {
            return false;
        }
        boolean hasArrived = socket.getInputStream().available() > 0
                || socketChannel().socket().getInputStream().available() > 0;
        return (hasArrived && http.isDataAvailable(Timeout.ONE_MILLISECOND)) || socket.isInputShutdown();
    }

    /**
     * Returns whether nothing has arrived, neither a byte nor the end of the stream.
     *
     * <p>If the stack overflowed while the channel does not block, a lock of the channel might stay locked, for which every
     * other thread that closes the channel would wait forever. Therefore the stack overflows before.
     */
    private boolean isSilent() throws IOException {
        SocketChannel socket = socketChannel();
        requireStack(FRAMES_OF_A_LOOK);
        socket.configureBlocking(false);
        int read = socket.read(ByteBuffer.allocate(1));
        socket.configureBlocking(true);
        return read == 0;
    }

    /** Calls itself this many times, which throws a {@link StackOverflowError} if there is less stack. */
    private static int requireStack(int frames) {
        return frames == 0 ? 0 : 1 + requireStack(frames - 1);
    }

    private synchronized SocketChannel socketChannel() throws SocketException {
        if (channel == null) {
            throw new SocketException("not connected");
        }
        return channel;
    }

    private static void closeQuietly(SocketChannel open) {
        try {
            open.close();
        } catch (IOException ignored) {
            // nothing was to be kept
        }
    }
}
