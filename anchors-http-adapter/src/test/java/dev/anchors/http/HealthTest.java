package dev.anchors.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.anchors.inmemory.InMemoryAnchorRepository;
import dev.anchors.ports.AnchorRepositoryException;
import dev.anchors.ports.ConnectionFailedException;
import dev.anchors.ports.Effect;
import dev.anchors.ports.MalformedResponseException;
import dev.anchors.ports.Operation;
import dev.anchors.ports.ServiceFailedException;
import dev.anchors.testkit.fake.FakePiecesOs;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class HealthTest {

    @Test
    void the_health_of_a_service_is_its_text_and_its_version() {
        try (RawServer service = serving("ok:installation-1\n", TestResponses.response(200, "", " 12.3.9\n"));
                HttpAnchorRepository anchors = over(service)) {
            ServiceHealth health = anchors.health();

            assertThat(health.text()).isEqualTo("ok:installation-1");
            assertThat(health.version()).contains("12.3.9");
            assertThat(health.isHealthy()).isTrue();
        }
    }

    @Test
    void a_service_without_a_version_has_none() {
        for (String version : List.of(
                TestResponses.response(404, "", "no"),
                TestResponses.response(500, "", "no"),
                TestResponses.response(200, "", " "),
                "nonsense\r\n\r\n")) {
            try (RawServer service = serving("ok:installation-1", version);
                    HttpAnchorRepository anchors = over(service)) {
                assertThat(anchors.health().version()).isEmpty();
            }
        }
    }

    @Test
    void a_service_that_starts_is_not_healthy_and_no_failure() {
        try (RawServer service = serving("migrating", TestResponses.response(404, "", ""));
                HttpAnchorRepository anchors = over(service)) {
            assertThat(anchors.health().isHealthy()).isFalse();
        }
    }

    @Test
    void the_fake_is_healthy() {
        try (FakePiecesOs service = FakePiecesOs.serving(InMemoryAnchorRepository.create());
                HttpAnchorRepository anchors = HttpAnchorRepository.builder()
                        .baseUrl(service.baseUrl())
                        .build()) {
            assertThat(anchors.health().isHealthy()).isTrue();
        }
    }

    @Test
    void a_failure_names_the_operation_and_has_no_effect() {
        try (RawServer failing = RawServer.sending(TestResponses.response(503, "", "busy"));
                HttpAnchorRepository anchors = over(failing)) {
            assertFailure(ServiceFailedException.class, anchors);
        }
        try (UnusedPort port = UnusedPort.reserve();
                HttpAnchorRepository anchors = HttpAnchorRepository.builder()
                        .baseUrl("http://127.0.0.1:" + port.number())
                        .build()) {
            assertFailure(ConnectionFailedException.class, anchors);
        }
        try (RawServer endless = RawServer.sending(TestResponses.response(200, "", "x".repeat(5_000)));
                HttpAnchorRepository anchors = over(endless)) {
            assertFailure(MalformedResponseException.class, anchors);
        }
    }

    @Test
    void the_listener_is_notified_of_the_look() {
        List<Operation> operations = new ArrayList<>();
        try (RawServer service = serving("ok:installation-1", TestResponses.response(200, "", "12.3.9"));
                HttpAnchorRepository anchors = HttpAnchorRepository.builder()
                        .baseUrl(service.baseUrl())
                        .listener(call -> operations.add(call.operation()))
                        .build()) {
            anchors.health();
        }

        assertThat(operations).containsExactly(Operation.HEALTH);
    }

    @Test
    void a_closed_repository_does_not_look() {
        HttpAnchorRepository anchors = HttpAnchorRepository.builder().build();
        anchors.close();

        assertThatIllegalStateException().isThrownBy(anchors::health);
    }

    private static void assertFailure(Class<? extends AnchorRepositoryException> type, HttpAnchorRepository anchors) {
        AnchorRepositoryException failure = catchThrowableOfType(type, anchors::health);

        assertThat(failure.operation()).isEqualTo(Operation.HEALTH);
        assertThat(failure.effect()).isEqualTo(Effect.NONE);
        assertThat(failure).hasMessageStartingWith("health: ");
    }

    private static RawServer serving(String health, String version) {
        return RawServer.start(connection -> {
            while (true) {
                boolean isHealth = connection.readRequest().line().contains("/health");
                connection.send(isHealth ? TestResponses.response(200, "", health) : version);
            }
        });
    }

    private static HttpAnchorRepository over(RawServer service) {
        return HttpAnchorRepository.builder().baseUrl(service.baseUrl()).build();
    }
}
