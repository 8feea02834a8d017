package dev.anchors.http;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** A server on loopback that sends exactly the bytes a test chooses, for behaviour that no HTTP server has. */
final class RawServer implements AutoCloseable {

    private static final int BACKLOG = 100;

    /** Serves one connection. The server closes the connection when the handler returns. */
    @FunctionalInterface
    interface Handler {
        void handle(RawConnection connection) throws IOException;
    }

    private final ServerSocket listener;
    private final @Nullable TlsIdentity identity; // null without TLS
    private final List<Handler> handlers;
    private final List<String> requestLines = new CopyOnWriteArrayList<>();
    private final Set<Socket> openSockets = ConcurrentHashMap.newKeySet();
    private final AtomicInteger connections = new AtomicInteger();
    private final Thread acceptor = daemon(this::acceptConnections);

    private RawServer(ServerSocket listener, @Nullable TlsIdentity identity, List<Handler> handlers) {
        this.listener = listener;
        this.identity = identity;
        this.handlers = handlers;
    }

    /**
     * Starts a server on a free port.
     *
     * @param handlers the first one serves the first connection, and so on; the last one serves all further connections
     */
    static RawServer start(Handler... handlers) {
        return startOn(0, handlers);
    }

    /** Starts a server on the given port, which must be free. */
    static RawServer startOn(int port, Handler... handlers) {
        try {
            return start(new ServerSocket(port, BACKLOG, InetAddress.getLoopbackAddress()), null, handlers);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Starts a server that speaks TLS with the given certificate. */
    static RawServer startTls(TlsIdentity identity, Handler... handlers) throws IOException {
        return start(
                identity.serverSocketFactory().createServerSocket(0, BACKLOG, InetAddress.getLoopbackAddress()),
                identity,
                handlers);
    }

    /** Starts a server that reads one request of each connection, sends this response and closes the connection. */
    static RawServer sending(String response) {
        return start(connection -> {
            connection.readRequest();
            connection.send(response);
        });
    }

    private static RawServer start(ServerSocket listener, @Nullable TlsIdentity identity, Handler... handlers) {
        RawServer server = new RawServer(listener, identity, List.of(handlers));
        server.acceptor.start();
        return server;
    }

    URI baseUrl() {
        String scheme = identity == null ? "http" : "https";
        return URI.create(scheme + "://" + listener.getInetAddress().getHostAddress() + ":" + port());
    }

    /** Sets the address of this server, and the trust in its certificate if it speaks TLS. */
    HttpAnchorRepository.Builder addressed(HttpAnchorRepository.Builder builder) {
        builder.baseUrl(baseUrl());
        return identity == null ? builder : builder.sslContext(identity.trustingContext());
    }

    int port() {
        return listener.getLocalPort();
    }

    /** Returns the request lines that the server has read, on all connections, oldest first. */
    List<String> requests() {
        return List.copyOf(requestLines);
    }

    /** Returns the number of connections that the server has accepted. */
    int connections() {
        return connections.get();
    }

    /** Closes all connections and waits until the port is free, which is when the acceptor has left the listener. */
    @Override
    public void close() {
        closeQuietly(listener);
        openSockets.forEach(RawServer::closeQuietly);
        boolean interrupted = Thread.interrupted();
        while (acceptor.isAlive()) {
            try {
                acceptor.join();
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private void acceptConnections() {
        try {
            while (true) {
                Socket socket = listener.accept();
                socket.setTcpNoDelay(true); // so that each write leaves at once
                openSockets.add(socket);
                int index = Math.min(connections.getAndIncrement(), handlers.size() - 1);
                daemon(() -> handle(socket, handlers.get(index))).start();
            }
        } catch (IOException closed) {
            openSockets.forEach(RawServer::closeQuietly); // one may have been accepted while the server was closed
        }
    }

    private void handle(Socket socket, Handler handler) {
        try (socket) {
            handler.handle(new RawConnection(socket, requestLines));
        } catch (IOException closed) {
            // the client closed the connection, or the test closed the server
        } finally {
            openSockets.remove(socket);
        }
    }

    private static Thread daemon(Runnable task) {
        Thread thread = new Thread(task, "raw-server");
        thread.setDaemon(true);
        return thread;
    }

    private static void closeQuietly(Closeable closeable) {
        try {
            closeable.close();
        } catch (IOException ignored) {
            // the test needs no more than the attempt
        }
    }
}
