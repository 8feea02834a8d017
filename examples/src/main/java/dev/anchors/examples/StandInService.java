package dev.anchors.examples;

import dev.anchors.inmemory.InMemoryAnchorRepository;
import dev.anchors.ports.AnchorRepository;
import dev.anchors.testkit.fake.FakePiecesOs;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;

/** Demonstrates the fake of the testkit: PiecesOS for clients in any language, on a repository in memory. */
final class StandIn implements AutoCloseable {

    private final AnchorRepository anchors;
    private final FakePiecesOs service;

    private StandIn(AnchorRepository anchors, FakePiecesOs service) {
        this.anchors = anchors;
        this.service = service;
    }

    /**
     * Starts the service on 127.0.0.1.
     *
     * @param port the port; 0 for a free one
     * @throws IllegalArgumentException if there is no such port
     * @throws java.io.UncheckedIOException if the port is taken
     */
    static StandIn listeningOn(int port) {
        // to the microsecond, as the service tells the time: not every language reads more digits
        Clock clock = Clock.tick(Clock.systemUTC(), Duration.of(1, ChronoUnit.MICROS));
        AnchorRepository anchors =
                InMemoryAnchorRepository.builder().clock(clock).build();
        // it may run for days: keep no requests
        return new StandIn(
                anchors,
                FakePiecesOs.builder(anchors).port(port).recording(false).start());
    }

    /** The address for clients. */
    URI baseUrl() {
        return service.baseUrl();
    }

    /** Ends the service, then the repository behind it. Closing twice is fine. */
    @Override
    public void close() {
        service.close();
        anchors.close();
    }
}
