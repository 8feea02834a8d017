package dev.anchors.examples;

import dev.anchors.domain.AnchorId;
import dev.anchors.http.ServiceLocator;
import dev.anchors.ports.AnchorRepository;
import dev.anchors.testkit.fake.FakePiecesOs;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.HttpURLConnection;
import java.net.Proxy;
import java.net.URI;
import java.net.URL;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Demonstrates the fake of the testkit: a stand-in for PiecesOS that clients in any language can use.
 */
final class StandInService implements AutoCloseable {

    /** A clock for the repository. The service writes microseconds, and not every language parses more digits. */
    static final Clock CLOCK = Clock.tick(Clock.systemUTC(), Duration.of(1, ChronoUnit.MICROS));

    private static final AnchorId NOBODY = new AnchorId("nobody");

    private final AnchorRepository anchors;
    private final FakePiecesOs service;

    private StandInService(AnchorRepository anchors, FakePiecesOs service) {
        this.anchors = anchors;
        this.service = service;
    }

    /**
     * Starts a service on 127.0.0.1.
     *
     * @param port the port to listen on; 0 for a free port
     * @param store supplies the repository, which is closed when the service is closed or does not start
     * @param origins the origins that are allowed in addition to loopback origins
     * @throws IllegalArgumentException if {@code port} is negative or greater than 65,535, or if a text is no origin
     * @throws UncheckedIOException if the port is in use
     */
    static StandInService start(int port, AnchorsComponent store, List<String> origins) {
        AnchorRepository anchors = store.anchors();
        try {
            return responding(anchors, serving(anchors, origins, port));
        } catch (RuntimeException failure) {
            anchors.close();
            throw failure;
        }
    }

    /**
     * Starts a service on the first free port of several.
     *
     * @param clients looks for services as clients do
     * @param ports the ports, on which clients look for a service
     * @param store as for {@link #start(int, AnchorsComponent, List)}
     * @param origins as for {@link #start(int, AnchorsComponent, List)}
     * @throws UncheckedIOException if clients find a service already, since they would take one for the other, or if no port
     *     is free
     */
    static StandInService start(ServiceLocator clients, IntStream ports, AnchorsComponent store, List<String> origins) {
        AnchorRepository anchors = store.anchors();
        try {
            requireNoService(clients);
            return ports.mapToObj(port -> servingIfFree(anchors, origins, port))
                    .flatMap(Optional::stream)
                    .findFirst()
                    .map(service -> responding(anchors, service))
                    .orElseThrow(() -> failure("every port on which clients look is in use"));
        } catch (RuntimeException failure) {
            anchors.close();
            throw failure;
        }
    }

    private static void requireNoService(ServiceLocator clients) {
        URI found;
        try {
            found = clients.get();
        } catch (UncheckedIOException none) {
            return;
        }
        throw failure(
                "PiecesOS or another stand-in responds at " + found + ", and clients would mistake one for the other");
    }

    private static UncheckedIOException failure(String reason) {
        return new UncheckedIOException(reason + "; choose a port: serve --port 0", new IOException(reason));
    }

    private static Optional<FakePiecesOs> servingIfFree(AnchorRepository anchors, List<String> origins, int port) {
        try {
            return Optional.of(serving(anchors, origins, port));
        } catch (UncheckedIOException inUse) {
            return Optional.empty();
        }
    }

    private static FakePiecesOs serving(AnchorRepository anchors, List<String> origins, int port) {
        FakePiecesOs.Builder service = allowing(origins, anchors);
        return service.port(port)
                .healthCheck(() -> anchors.find(NOBODY)) // fails if the database does
                .recording(false) // recorded requests would fill the memory of a service that runs for days
                .start();
    }

    private static FakePiecesOs.Builder allowing(List<String> origins, AnchorRepository anchors) {
        FakePiecesOs.Builder service = FakePiecesOs.builder(anchors);
        origins.forEach(service::allowOrigin);
        return service;
    }

    /**
     * Returns {@code origins}.
     *
     * @throws IllegalArgumentException if a text is no origin
     */
    static List<String> requireOrigins(List<String> origins) {
        try (AnchorRepository unused = AnchorsComponent.inMemory().anchors()) {
            allowing(origins, unused);
        }
        return origins;
    }

    /**
     * Sends the first request, which takes much longer than others: it loads the classes that respond. Clients that look for
     * a service wait for a fraction of a second only.
     */
    private static StandInService responding(AnchorRepository anchors, FakePiecesOs service) {
        try {
            URL health = service.baseUrl().resolve("/.well-known/health").toURL();
            HttpURLConnection request = (HttpURLConnection) health.openConnection(Proxy.NO_PROXY);
            request.setRequestMethod("HEAD");
            request.getResponseCode(); // whether the service is healthy is for clients to ask
            request.disconnect();
            return new StandInService(anchors, service);
        } catch (IOException failure) {
            service.close();
            throw new UncheckedIOException("the service does not respond: " + failure.getMessage(), failure);
        }
    }

    /** Returns the URL that clients connect to. */
    URI baseUrl() {
        return service.baseUrl();
    }

    /** Stops the service and closes its repository. Closing twice has no effect. */
    @Override
    public void close() {
        service.close();
        anchors.close();
    }
}
