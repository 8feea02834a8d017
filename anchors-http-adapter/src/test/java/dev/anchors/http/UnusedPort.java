package dev.anchors.http;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;

/** A port of loopback at which nobody listens, and that nobody else gets until it is closed. */
final class UnusedPort implements AutoCloseable {

    private final Socket bound = new Socket(); // bound but not listening, so that connections are refused

    private UnusedPort() {}

    static UnusedPort reserve() {
        UnusedPort port = new UnusedPort();
        try {
            port.bound.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return port;
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
