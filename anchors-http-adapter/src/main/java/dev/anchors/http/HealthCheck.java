package dev.anchors.http;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.Closeable;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;

/** Asks one port for the health of the service and never waits: it goes on when a selector says that it can. */
final class HealthCheck implements Closeable {

    /** How far it came. */
    enum State {
        NO_CONNECTION("no connection"),
        ASKING("no answer"),
        OTHER("another answer than 200"),
        HEALTHY("200");

        private final String text;

        State(String text) {
            this.text = text;
        }

        @Override
        public String toString() {
            return text;
        }
    }

    static final String PATH = "/.well-known/health";

    private static final int STATUS_END = "HTTP/1.1 200".length();

    private final SocketChannel channel;
    private final int port;
    private final ByteBuffer request;
    private final ByteBuffer answer = ByteBuffer.allocate(STATUS_END);
    private State state = State.ASKING;

    private HealthCheck(SocketChannel channel, InetSocketAddress address) {
        this.channel = channel;
        port = address.getPort();
        String text = "GET " + PATH + " HTTP/1.1\r\nHost: " + address.getHostString() + ":" + port
                + "\r\nConnection: close\r\n\r\n";
        request = ByteBuffer.wrap(text.getBytes(US_ASCII));
    }

    /** Starts to connect; the selector's keys are for {@link #proceed}. */
    static HealthCheck begin(Selector selector, InetSocketAddress address) throws IOException {
        HealthCheck check = new HealthCheck(SocketChannel.open(), address);
        check.connect(selector, address);
        return check;
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
        ((HealthCheck) key.attachment()).go(key);
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
        boolean atEnd = channel.read(answer) < 0;
        if (!answer.hasRemaining()) {
            String head = new String(answer.array(), US_ASCII);
            end(head.startsWith("HTTP/1.") && head.endsWith(" 200") ? State.HEALTHY : State.OTHER);
        } else if (atEnd) {
            end(State.OTHER);
        }
    }

    private void end(State last) {
        state = last;
        close();
    }

    State state() {
        return state;
    }

    int port() {
        return port;
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException ofNoUse) {
            // it was only to be closed
        }
    }
}
