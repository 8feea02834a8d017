package dev.anchors.http;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.concurrent.ThreadLocalRandom;

/**
 * A port of loopback at which nobody listens, and that nobody else gets until it is closed. It is no port that an operating
 * system chooses for a connection, so that a server can still have it when this one is closed.
 */
final class UnusedPort implements AutoCloseable {

    private static final int FIRST = 10_000;
    private static final int END = 32_000; // Linux chooses ports from 32,768 on, other systems higher ones

    private final Socket bound = new Socket(); // bound but not listening, so that connections are refused

    private UnusedPort() {}

    static UnusedPort reserve() {
        UnusedPort port = new UnusedPort();
        try {
            while (!port.bindTo(ThreadLocalRandom.current().nextInt(FIRST, END))) {
                // somebody has that one
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return port;
    }

    private boolean bindTo(int number) throws IOException {
        try {
            bound.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), number));
            return true;
        } catch (BindException taken) {
            return false;
        }
    }

    int number() {
        return bound.getLocalPort();
    }

    @Override
    public void close() {
        try {
            bound.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
