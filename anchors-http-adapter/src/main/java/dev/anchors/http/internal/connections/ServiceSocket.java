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
import java.util.List;
import java.util.concurrent.TimeUnit;
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

    /**
     * Connects to the first address of the host that accepts. Each address but the last gets its share of the time that is
     * left, so that one that swallows connections does not take all of it.
     *
     * @param nanos the time that is left, in nanoseconds
     */
    Socket connect(HostAddresses hosts, String host, int port, long nanos) throws IOException {
        long end = System.nanoTime() + nanos;
        List<InetAddress> addresses = hosts.of(host);
        IOException refused = new ClosedChannelException();
        for (int i = 0; i < addresses.size(); i++) {
            InetAddress address = addresses.get(i);
            int addressesLeft = addresses.size() - i;
            SocketChannel candidate = open();
            try {
                connect(candidate, new InetSocketAddress(address, port), addressesLeft, end - System.nanoTime());
                candidate.setOption(StandardSocketOptions.TCP_NODELAY, true);
                hosts.accepted(address);
                return candidate.socket();
            } catch (IOException failure) {
                closeQuietly(candidate);
                refused = failure;
            }
        }
        throw refused;
    }

    private static void connect(SocketChannel candidate, InetSocketAddress address, int addressesLeft, long nanosLeft)
            throws IOException {
        if (addressesLeft == 1) { // the deadline of the call closes the channel
            candidate.connect(address);
        } else {
            long share = TimeUnit.NANOSECONDS.toMillis(nanosLeft / addressesLeft);
            candidate.socket().connect(address, (int) Math.min(Math.max(share, 1), Integer.MAX_VALUE));
        }
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

    /** Returns how many bytes have arrived. */
    int bytesArrived() throws IOException {
        return connected().socket().getInputStream().available();
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
