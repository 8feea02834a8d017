package dev.anchors.http;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A service that misbehaves in one way, at each request, until it is told to recover. */
final class FaultyService implements AutoCloseable {

    /** Longer than a label of a host name may be, so that nobody is asked for it. */
    private static final URI UNKNOWN_NAME = URI.create("http://" + "n".repeat(64));

    private final Fault fault;
    private final int port;
    private volatile boolean well;
    private @Nullable RawServer server; // null where nobody listens
    private @Nullable Socket holdsPort;

    private FaultyService(Fault fault, boolean well) throws IOException {
        this.fault = fault;
        this.well = well;
        if (fault.moment() == Fault.Moment.NO_LISTENER) {
            holdsPort = new Socket();
            holdsPort.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
            port = holdsPort.getLocalPort();
        } else {
            server = RawServer.on(this::serve);
            port = server.port();
        }
    }

    static FaultyService with(Fault fault) {
        return start(fault, false);
    }

    /** Starts one that behaves well until it is told to fail. */
    static FaultyService wellBefore(Fault fault) {
        return start(fault, true);
    }

    private static FaultyService start(Fault fault, boolean well) {
        try {
            return new FaultyService(fault, well);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Has a repository ask this service. A name that nobody knows can be known later only if it is supplied. */
    HttpAnchorRepository.Builder addressed(HttpAnchorRepository.Builder builder) {
        URI known = URI.create("http://127.0.0.1:" + port);
        return fault.moment() == Fault.Moment.UNKNOWN_NAME
                ? builder.baseUrl(() -> well ? known : UNKNOWN_NAME)
                : builder.baseUrl(known);
    }

    void fail() {
        well = false;
    }

    void recover() throws IOException {
        well = true;
        if (holdsPort != null) {
            holdsPort.close();
            holdsPort = null;
            server = RawServer.on(port, this::serve);
        }
    }

    /** The first lines of the requests so far. */
    List<String> requests() {
        return server == null ? List.of() : server.requests();
    }

    int connections() {
        return server == null ? 0 : server.connections();
    }

    @Override
    public void close() throws IOException {
        if (server != null) {
            server.close();
        }
        if (holdsPort != null) {
            holdsPort.close();
        }
    }

    private void serve(RawServer.Client client) throws IOException {
        if (!well && fault.moment() == Fault.Moment.CONNECTION) {
            fault.script().play(client, new RawServer.Request("", ""));
            return;
        }
        boolean open = true;
        while (open) {
            RawServer.Request request = client.readRequest();
            if (well) {
                client.say(GoodAnswers.to(request));
            } else {
                fault.script().play(client, request);
                open = fault.servesOn();
            }
        }
    }
}
