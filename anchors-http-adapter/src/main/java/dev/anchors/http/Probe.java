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
        STARTING("the service is starting"),
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
    private final InetSocketAddress address;
    private final String path;
    private final ByteBuffer request;
    private final ByteBuffer received = ByteBuffer.allocate(MOST_BYTES);
    private State state;
    private boolean isUnderWay = true;
    private Optional<String> text = Optional.empty();

    private Probe(SocketChannel channel, InetSocketAddress address, String path, State state) {
        this.channel = channel;
        this.address = address;
        this.path = path;
        this.state = state;
        String head = "GET " + path + " HTTP/1.0\r\nHost: " + address.getHostString() + ":" + address.getPort()
                + "\r\nConnection: close\r\n\r\n";
        request = ByteBuffer.wrap(head.getBytes(US_ASCII));
    }

    /** Starts to connect; the selector's keys are for {@link #proceed}. */
    static Probe begin(Selector selector, InetSocketAddress address, String path) throws IOException {
        return new Probe(SocketChannel.open(), address, path, State.NO_RESPONSE).connect(selector);
    }

    /** Starts to send the same request once more; until it ends, the state is that of this probe. */
    Probe again(Selector selector) throws IOException {
        return new Probe(SocketChannel.open(), address, path, state).connect(selector);
    }

    private Probe connect(Selector selector) {
        try {
            channel.configureBlocking(false);
            boolean connected = channel.connect(address);
            channel.register(selector, connected ? SelectionKey.OP_WRITE : SelectionKey.OP_CONNECT, this);
        } catch (IOException refused) {
            end(State.NO_CONNECTION);
        }
        return this;
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
            end(text.filter(Probe::isMigrating).isPresent() ? State.STARTING : State.RESPONSE);
        }
    }

    /** Returns whether the health of a service says that it migrates its data, which it does before it serves requests. */
    private static boolean isMigrating(String health) {
        return health.strip().replace("\"", "").equals("migrating"); // some releases write a string of JSON
    }

    private void end(State last) {
        state = last;
        isUnderWay = false;
        close();
    }

    /** Returns whether the probe may still come further. */
    boolean isUnderWay() {
        return isUnderWay;
    }

    State state() {
        return state;
    }

    /** Returns the text of a response with status 200; empty before it is complete, and for any other response. */
    Optional<String> text() {
        return text;
    }

    int port() {
        return address.getPort();
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
