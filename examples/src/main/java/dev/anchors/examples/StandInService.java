package dev.anchors.examples;

import dev.anchors.domain.AnchorId;
import dev.anchors.ports.AnchorRepository;
import dev.anchors.testkit.fake.FakePiecesOs;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;

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
     * @throws IllegalArgumentException if {@code port} is negative or greater than 65,535
     * @throws java.io.UncheckedIOException if the port is in use
     */
    static StandInService start(int port, AnchorsComponent store) {
        AnchorRepository anchors = store.anchors();
        try {
            FakePiecesOs service = FakePiecesOs.builder(anchors)
                    .port(port)
                    .healthCheck(() -> anchors.find(NOBODY)) // fails if the database does
                    .recording(false) // recorded requests would fill the memory of a service that runs for days
                    .start();
            return new StandInService(anchors, service);
        } catch (RuntimeException failure) {
            anchors.close();
            throw failure;
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
