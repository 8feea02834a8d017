package dev.anchors.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.anchors.inmemory.InMemoryAnchorRepository;
import dev.anchors.testkit.fake.FakePiecesOs;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a locator does about a service whose health says that it migrates its data. */
@Timeout(60)
class StartingServiceTest {

    private static final Duration AMPLE = Duration.ofSeconds(30);

    /** The timeout of a search that it ends: generous, so that a response arrives before on a busy machine. */
    private static final Duration SHORT = Duration.ofSeconds(5);

    /** Longer than the timeout of a test. */
    private static final Duration FOREVER = Duration.ofDays(1);

    @ParameterizedTest
    @ValueSource(strings = {"migrating", "\"migrating\"", "migrating\n"})
    void a_service_that_migrates_its_data_is_asked_again_until_it_has_started(String health) {
        AtomicInteger requests = new AtomicInteger();
        try (RawServer starting = RawServer.start(connection -> {
            connection.readRequest();
            connection.send(TestResponses.response(200, "", requests.incrementAndGet() < 3 ? health : "ok:id"));
        })) {
            assertThat(new ServiceLocator(AMPLE, starting.baseUrl().getPort()).get())
                    .isEqualTo(starting.baseUrl());
            assertThat(requests).hasValue(3);
        }
    }

    @Test
    void a_service_that_migrates_its_data_too_long_is_starting_and_not_another_program() {
        try (RawServer starting = RawServer.sending(TestResponses.response(200, "", "migrating"))) {
            assertThatThrownBy(new ServiceLocator(SHORT, starting.baseUrl().getPort())::get)
                    .isInstanceOf(UncheckedIOException.class)
                    .hasMessageContaining(
                            "the service is starting at " + starting.baseUrl().getPort());
        }
    }

    @Test
    void a_locator_waits_for_no_service_that_starts_if_another_one_runs() {
        try (RawServer starting = RawServer.sending(TestResponses.response(200, "", "migrating"));
                FakePiecesOs service = FakePiecesOs.serving(InMemoryAnchorRepository.create())) {
            ServiceLocator locator =
                    new ServiceLocator(FOREVER, starting.baseUrl().getPort(), service.port());

            assertThat(locator.get()).isEqualTo(service.baseUrl());
        }
    }
}
