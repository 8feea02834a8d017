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
import org.jspecify.annotations.Nullable;

/**
 * The socket of a connection. It is that of a {@link SocketChannel}, because a channel can be asked without waiting whether
 * something has arrived, and can be closed at any moment by any thread: connecting, writing and reading then end at once.
 *
 * <p>It belongs to one thread at a time, {@link #close} apart.
 */
final class ServiceSocket {

    private @Nullable SocketChannel channel; // guarded by this; null until connected
    private boolean closed; // guarded by this

    /** Connects to the first address of the host that accepts. */
    Socket connect(String host, int port) throws IOException {
        IOException refused = new ClosedChannelException();
        for (InetAddress address : InetAddress.getAllByName(host)) {
            SocketChannel candidate = open();
            try {
                candidate.connect(new InetSocketAddress(address, port));
                candidate.setOption(StandardSocketOptions.TCP_NODELAY, true);
                return candidate.socket();
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

    /** Returns whether bytes have arrived. */
    boolean hasBytes() throws IOException {
        return connected().socket().getInputStream().available() > 0;
    }

    /** Returns whether nothing has arrived, neither a byte nor the end of the stream. */
    boolean isSilent() throws IOException {
        SocketChannel socket = connected();
        socket.configureBlocking(false);
        int read = socket.read(ByteBuffer.allocate(1));
        socket.configureBlocking(true);
        return read == 0;
    }

    private synchronized SocketChannel connected() throws SocketException {
        if (channel == null) {
            throw new SocketException("not connected");
        }
        return channel;
    }

    synchronized boolean isClosed() {
        return closed;
    }

    /** Closes the socket without a farewell, which over TLS could wait for a write that hangs. */
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

    private static void closeQuietly(SocketChannel open) {
        try {
            open.close();
        } catch (IOException ignored) {
            // nothing was to be kept
        }
    }
}
