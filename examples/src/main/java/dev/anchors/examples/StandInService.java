package dev.anchors.examples;

import dev.anchors.inmemory.InMemoryAnchorRepository;
import dev.anchors.ports.AnchorRepository;
import dev.anchors.testkit.fake.FakePiecesOs;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;

/**
 * Demonstrates the fake of the testkit: a stand-in for PiecesOS that clients in any language can use. It stores anchors
 * in memory.
 */
final class StandInService implements AutoCloseable {

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
     * @throws IllegalArgumentException if {@code port} is negative or greater than 65,535
     * @throws java.io.UncheckedIOException if the port is in use
     */
    static StandInService start(int port) {
        // The service writes microseconds, and not every language parses more digits.
        Clock clock = Clock.tick(Clock.systemUTC(), Duration.of(1, ChronoUnit.MICROS));
        AnchorRepository anchors =
                InMemoryAnchorRepository.builder().clock(clock).build();
        // Recorded requests would fill the memory of a service that runs for days.
        FakePiecesOs service =
                FakePiecesOs.builder(anchors).port(port).recording(false).start();
        return new StandInService(anchors, service);
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
