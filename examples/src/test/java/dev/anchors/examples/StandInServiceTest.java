package dev.anchors.examples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.anchors.domain.Anchor;
import dev.anchors.domain.MaterialId;
import dev.anchors.http.ServiceLocator;
import dev.anchors.inmemory.InMemoryAnchorRepository;
import dev.anchors.testkit.FailingAnchorRepository;
import dev.anchors.testkit.fake.FakePiecesOs;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class StandInServiceTest {

    private final AnchorsComponent store = AnchorsComponent.inMemory();

    @Test
    void a_stand_in_takes_the_first_free_port_on_which_clients_look() throws IOException {
        try (ServerSocket otherProgram = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            int taken = otherProgram.getLocalPort();
            ServiceLocator clients = new ServiceLocator().withPorts(closedPort());

            try (StandInService service = StandInService.start(clients, IntStream.of(taken, 0), store, List.of())) {
                assertThat(service.baseUrl().getPort()).isNotEqualTo(taken);
                assertThat(new ServiceLocator()
                                .withPorts(service.baseUrl().getPort())
                                .get())
                        .isEqualTo(service.baseUrl());
            }
        }
    }

    @Test
    void a_stand_in_does_not_start_beside_a_service_that_clients_find() {
        try (FakePiecesOs other = FakePiecesOs.serving(InMemoryAnchorRepository.create())) {
            ServiceLocator clients = new ServiceLocator().withPorts(other.port());

            assertThatExceptionOfType(UncheckedIOException.class)
                    .isThrownBy(() -> StandInService.start(clients, IntStream.of(0), store, List.of()))
                    .withMessageContaining("responds at " + other.baseUrl())
                    .withMessageEndingWith("choose a port: serve --port 0");
        }
    }

    @Test
    void the_sample_is_twenty_anchors_with_links_and_is_created_once() {
        SampleAnchors.createIn(store.anchors());
        SampleAnchors.createIn(store.anchors());

        assertThat(store.anchors().snapshot())
                .hasSize(20)
                .allSatisfy(anchor -> assertThat(anchor.links()).hasSize(1));
        assertThat(store.anchors().snapshot().stream()
                        .flatMap(StandInServiceTest::links)
                        .distinct())
                .hasSize(3);
    }

    private static Stream<MaterialId> links(Anchor anchor) {
        return anchor.links().stream();
    }

    @Test
    void the_service_has_responded_to_a_health_request_when_it_starts_so_that_its_first_client_does_not_wait() {
        FailingAnchorRepository anchors = FailingAnchorRepository.over(InMemoryAnchorRepository.create());
        try (StandInService service = StandInService.start(0, () -> anchors, List.of())) {
            assertThat(anchors.calls()).as(service.baseUrl().toString()).hasSize(1);
        }
    }

    private static int closedPort() {
        FakePiecesOs ended = FakePiecesOs.serving(InMemoryAnchorRepository.create());
        ended.close();
        return ended.port();
    }
}
