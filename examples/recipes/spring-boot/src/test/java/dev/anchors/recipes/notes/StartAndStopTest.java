package dev.anchors.recipes.notes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.anchors.inmemory.InMemoryAnchorRepository;
import dev.anchors.ports.AnchorRepository;
import dev.anchors.testkit.fake.FakePiecesOs;
import dev.anchors.testkit.fake.Fault;
import dev.anchors.testkit.fake.Reply;
import dev.anchors.testkit.fake.Route;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ApplicationListener;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.http.HttpStatus;

@Timeout(60)
class StartAndStopTest {

    @Test
    void the_application_starts_without_a_service_and_is_not_healthy_until_one_runs() {
        URI closed = closedAddress();
        try (ConfigurableApplicationContext application = start(closed)) {
            assertThat(status(application, "/actuator/health")).isEqualTo(HttpStatus.SERVICE_UNAVAILABLE);
            try (FakePiecesOs service = FakePiecesOs.builder(InMemoryAnchorRepository.create())
                    .port(closed.getPort())
                    .start()) {
                assertThat(status(application, "/actuator/health")).isEqualTo(HttpStatus.OK);
                assertThat(service.repository().snapshot()).isEmpty();
            }
        }
    }

    @Test
    void a_request_that_is_under_way_when_the_application_stops_is_completed() throws Exception {
        CountDownLatch stopping = new CountDownLatch(1);
        try (FakePiecesOs service = FakePiecesOs.serving(InMemoryAnchorRepository.create())) {
            service.on(Route.SNAPSHOT).reply(Reply.fromRepository().beforeResponse(Fault.stallUntil(stopping)));
            ConfigurableApplicationContext application = start(service.baseUrl());
            CompletableFuture<Object> status =
                    CompletableFuture.supplyAsync(() -> status(application, "/conversations?file=/notes.md"));
            service.takeRequest(Duration.ofSeconds(30));

            application.addApplicationListener((ApplicationListener<ContextClosedEvent>) event -> stopping.countDown());
            application.close();

            assertThat(status.get()).isEqualTo(HttpStatus.OK);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"default", "offline"})
    void the_container_closes_the_repository(String profile) {
        ConfigurableApplicationContext application = start(closedAddress(), "--spring.profiles.active=" + profile);
        AnchorRepository anchors = application.getBean(AnchorRepository.class);

        application.close();

        assertThatIllegalStateException().isThrownBy(anchors::snapshot);
    }

    private static Object status(ConfigurableApplicationContext application, String uri) {
        int port = application.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
        return SharedApplication.client(port)
                .get()
                .uri(uri)
                .retrieve()
                .toBodilessEntity()
                .getStatusCode();
    }

    private static URI closedAddress() {
        try (FakePiecesOs ended = FakePiecesOs.serving(InMemoryAnchorRepository.create())) {
            return ended.baseUrl();
        }
    }

    private static ConfigurableApplicationContext start(URI service, String... arguments) {
        SpringApplication application = new SpringApplication(NotesApplication.class);
        application.setDefaultProperties(Map.of("anchors.base-url", service, "server.port", "0"));
        return application.run(arguments);
    }
}
