package dev.anchors.examples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.anchors.http.ServiceLocator;
import dev.anchors.inmemory.InMemoryAnchorRepository;
import dev.anchors.testkit.fake.FakePiecesOs;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import org.junit.jupiter.api.Test;

class RunningServiceTest {

    private final StringWriter messages = new StringWriter();

    @Test
    void of_several_services_the_first_is_taken_and_a_message_says_so() {
        try (FakePiecesOs first = FakePiecesOs.serving(InMemoryAnchorRepository.create());
                FakePiecesOs second = FakePiecesOs.serving(InMemoryAnchorRepository.create())) {
            assertThat(find(first.port(), second.port()))
                    .isEqualTo(first.baseUrl().toString());
            assertThat(messages.toString().strip())
                    .isEqualTo("taking the service at " + first.baseUrl()
                            + ", whose port is the first in the order in which clients look;"
                            + " for another one: --base-url " + second.baseUrl());
        }
    }

    @Test
    void nothing_is_said_of_a_single_service() {
        try (FakePiecesOs service = FakePiecesOs.serving(InMemoryAnchorRepository.create())) {
            assertThat(find(service.port())).isEqualTo(service.baseUrl().toString());
            assertThat(messages.toString()).isEmpty();
        }
    }

    @Test
    void without_a_service_the_failure_says_what_was_asked() throws IOException {
        int unused;
        try (ServerSocket closed = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            unused = closed.getLocalPort();
        }
        assertThatExceptionOfType(UncheckedIOException.class)
                .isThrownBy(() -> find(unused))
                .withMessageContaining("no connection at " + unused);
    }

    private String find(int... ports) {
        return RunningService.find(new ServiceLocator().withPorts(ports), new PrintWriter(messages, true));
    }
}
