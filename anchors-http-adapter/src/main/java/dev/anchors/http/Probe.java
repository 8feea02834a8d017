package dev.anchors.http;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.Closeable;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.util.Optional;

/**
 * One GET request to one port, with a short response. A probe never waits: it goes on when a selector says that it can.
 *
 * <p>The request is one of HTTP 1.0, so that the response does not come in chunks and ends with the connection.
 */
final class Probe implements Closeable {

    /** How far a probe came. */
    enum State {
        NO_CONNECTION("no connection"),
        NO_RESPONSE("no response"),
        RESPONSE("a response that is not from PiecesOS");

        private final String inMessages;

        State(String inMessages) {
            this.inMessages = inMessages;
        }

        /** Returns what a message says of a probe that found no service. */
        @Override
        public String toString() {
            return inMessages;
        }
    }

    private static final int MOST_BYTES = 8 * 1024;

    private final SocketChannel channel;
    private final int port;
    private final ByteBuffer request;
    private final ByteBuffer received = ByteBuffer.allocate(MOST_BYTES);
    private State state = State.NO_RESPONSE;
    private Optional<String> text = Optional.empty();

    private Probe(SocketChannel channel, InetSocketAddress address, String path) {
        this.channel = channel;
        port = address.getPort();
        String head = "GET " + path + " HTTP/1.0\r\nHost: " + address.getHostString() + ":" + port
                + "\r\nConnection: close\r\n\r\n";
        request = ByteBuffer.wrap(head.getBytes(US_ASCII));
    }

    /** Starts to connect; the selector's keys are for {@link #proceed}. */
    static Probe begin(Selector selector, InetSocketAddress address, String path) throws IOException {
        Probe probe = new Probe(SocketChannel.open(), address, path);
        probe.connect(selector, address);
        return probe;
    }

    private void connect(Selector selector, InetSocketAddress address) {
        try {
            channel.configureBlocking(false);
            boolean connected = channel.connect(address);
            channel.register(selector, connected ? SelectionKey.OP_WRITE : SelectionKey.OP_CONNECT, this);
        } catch (IOException refused) {
            end(State.NO_CONNECTION);
        }
    }

    /** Does what the key is ready for. */
    static void proceed(SelectionKey key) {
        ((Probe) key.attachment()).go(key);
    }

    private void go(SelectionKey key) {
        try {
            if (key.isConnectable()) {
                channel.finishConnect();
                key.interestOps(SelectionKey.OP_WRITE);
            } else if (key.isWritable()) {
                channel.write(request);
                key.interestOps(request.hasRemaining() ? SelectionKey.OP_WRITE : SelectionKey.OP_READ);
            } else {
                read();
            }
        } catch (IOException broken) {
            end(State.NO_CONNECTION);
        }
    }

    private void read() throws IOException {
        boolean isAtEnd = channel.read(received) < 0;
        ProbeResponse response =
                new ProbeResponse(new String(received.array(), 0, received.position(), ISO_8859_1), isAtEnd);
        if (response.isComplete() || !received.hasRemaining()) { // a response that is too long has no text
            text = response.text();
            end(State.RESPONSE);
        }
    }

    private void end(State last) {
        state = last;
        close();
    }

    State state() {
        return state;
    }

    /** Returns the text of a response with status 200; empty before it is complete, and for any other response. */
    Optional<String> text() {
        return text;
    }

    int port() {
        return port;
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException ignored) {
            // nothing was to be kept
        }
    }
}
