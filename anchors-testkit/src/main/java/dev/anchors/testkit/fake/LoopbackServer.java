package dev.anchors.testkit.fake;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.CodingErrorAction;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.config.CharCodingConfig;
import org.apache.hc.core5.http.impl.HttpProcessors;
import org.apache.hc.core5.http.impl.io.DefaultBHttpServerConnection;
import org.apache.hc.core5.http.impl.io.DefaultBHttpServerConnectionFactory;
import org.apache.hc.core5.http.impl.io.DefaultClassicHttpRequestFactory;
import org.apache.hc.core5.http.impl.io.DefaultHttpRequestParserFactory;
import org.apache.hc.core5.http.impl.io.HttpService;
import org.apache.hc.core5.http.io.support.BasicHttpServerExpectationDecorator;
import org.apache.hc.core5.http.message.BasicClassicHttpRequest;
import org.apache.hc.core5.http.protocol.HttpCoreContext;
import org.apache.hc.core5.http.protocol.HttpProcessor;

/**
 * An HTTP/1.1 server on 127.0.0.1 with a daemon thread for each connection. Thread-safe.
 *
 * <p>HttpCore implements the protocol. This class accepts the connections, because faults need access to the sockets,
 * which the server of HttpCore does not give.
 */
final class LoopbackServer implements AutoCloseable {

    /** Responds to requests. An {@link IOException} ends the connection. */
    @FunctionalInterface
    interface Handler {
        void handle(Exchange exchange) throws IOException, HttpException;
    }

    /** The pause after a failed accept. Without file descriptors, a loop without a pause would keep a core busy. */
    static final Duration ACCEPT_PAUSE = Duration.ofMillis(50);

    private static final HttpProcessor PROCESSOR = HttpProcessors.server("FakePiecesOs");

    private static final DefaultBHttpServerConnectionFactory CONNECTIONS = DefaultBHttpServerConnectionFactory.builder()
            .charCodingConfig(CharCodingConfig.custom()
                    .setCharset(UTF_8)
                    .setMalformedInputAction(CodingErrorAction.REPLACE)
                    .setUnmappableInputAction(CodingErrorAction.REPLACE)
                    .build())
            .requestParserFactory(new DefaultHttpRequestParserFactory(null, new LiteralTargets()))
            .build();

    private final FaultyServerSocket listener;
    private final Set<FaultySocket> sockets = ConcurrentHashMap.newKeySet();
    private final Handler handler;
    private final Thread acceptor;

    /** Creates a server for the connections that {@code listener} accepts. {@link #start()} begins to serve requests. */
    LoopbackServer(FaultyServerSocket listener, Handler handler) {
        this.listener = listener;
        this.handler = handler;
        acceptor = daemon(this::accept);
    }

    int port() {
        return listener.getLocalPort();
    }

    void start() {
        acceptor.start();
    }

    /**
     * Closes the connections and waits until the port is free, which is when the acceptor has left the listener. An
     * interrupt does not end the wait; the interrupt flag stays set.
     */
    @Override
    public void close() {
        closeQuietly(listener);
        boolean interrupted = false;
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

    private void accept() {
        try {
            while (!listener.isClosed()) {
                acceptOne();
            }
        } finally {
            closeQuietly(listener);
            sockets.forEach(LoopbackServer::closeQuietly);
        }
    }

    private void acceptOne() {
        try {
            FaultySocket socket = listener.accept();
            sockets.add(socket);
            daemon(() -> serve(socket)).start();
        } catch (IOException failure) {
            if (!listener.isClosed()) {
                LockSupport.parkNanos(ACCEPT_PAUSE.toNanos());
            }
        }
    }

    private void serve(FaultySocket socket) {
        HttpService service = new HttpService(
                PROCESSOR,
                new BasicHttpServerExpectationDecorator((request, trigger, context) ->
                        handler.handle(new Exchange(recorded(request), trigger, socket))));
        try (socket) {
            socket.setTcpNoDelay(true);
            DefaultBHttpServerConnection connection = CONNECTIONS.createConnection(socket);
            while (connection.isOpen()) {
                service.handleRequest(connection, HttpCoreContext.create());
            }
        } catch (IOException | HttpException end) {
            // the client disconnected, the server was closed, or a fault ended the connection
        } finally {
            sockets.remove(socket);
        }
    }

    private static byte[] bodyOf(ClassicHttpRequest request) throws IOException {
        HttpEntity entity = request.getEntity();
        if (entity == null) {
            return new byte[0];
        }
        try (InputStream content = entity.getContent()) {
            return content.readAllBytes();
        }
    }

    private static RecordedRequest recorded(ClassicHttpRequest request) throws IOException {
        Map<String, List<String>> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        for (Header header : request.getHeaders()) {
            headers.computeIfAbsent(header.getName(), name -> new ArrayList<>(1))
                    .add(header.getValue());
        }
        return new RecordedRequest(request.getMethod(), request.getPath(), headers, bodyOf(request));
    }

    private Thread daemon(Runnable task) {
        Thread thread = new Thread(task, "fake-piecesos-" + port());
        thread.setDaemon(true);
        return thread;
    }

    private static void closeQuietly(AutoCloseable closeable) {
        try {
            closeable.close();
        } catch (Exception ignored) {
            // the resource is not used any more
        }
    }

    /** Keeps the target of a request as it was received, because HttpCore would parse and normalize it. */
    private static final class LiteralTargets extends DefaultClassicHttpRequestFactory {

        @Override
        public ClassicHttpRequest newHttpRequest(String method, String target) {
            return new BasicClassicHttpRequest(method, (HttpHost) null, target);
        }
    }
}
