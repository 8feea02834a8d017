package dev.anchors.http;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.anchors.inmemory.InMemoryAnchorRepository;
import dev.anchors.ports.AnchorRepositoryException;
import dev.anchors.ports.ConnectionFailedException;
import dev.anchors.testkit.fake.FakePiecesOs;
import dev.anchors.testkit.fake.Reply;
import java.io.IOException;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@Timeout(60)
class LifeCycleTest {

    private final FakePiecesOs service = FakePiecesOs.serving(InMemoryAnchorRepository.create());

    @AfterEach
    void close() {
        service.close();
    }

    @ParameterizedTest
    @EnumSource
    void a_closed_repository_refuses_every_call(Invocation invocation) {
        HttpAnchorRepository anchors =
                HttpAnchorRepository.builder().baseUrl(service.baseUrl()).build();
        anchors.close();
        anchors.close();

        assertThatThrownBy(() -> invocation.on(anchors))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("the repository is closed");
        assertThat(service.requests()).isEmpty();
    }

    @Test
    void a_repository_that_was_never_used_can_be_closed() {
        HttpAnchorRepository.builder().build().close();
    }

    @ParameterizedTest
    @EnumSource
    void closing_a_repository_ends_its_calls(Invocation invocation) throws Exception {
        HttpAnchorRepository anchors =
                HttpAnchorRepository.builder().baseUrl(service.baseUrl()).build();

        assertEndedByClosing(invocation, anchors);
    }

    @ParameterizedTest
    @EnumSource
    void closing_a_repository_ends_its_calls_on_a_client_that_stays_open(Invocation invocation) throws Exception {
        try (CloseableHttpClient client = HttpClients.createDefault()) {
            assertEndedByClosing(
                    invocation,
                    HttpAnchorRepository.builder()
                            .baseUrl(service.baseUrl())
                            .httpClient(client)
                            .build());
        }
    }

    private void assertEndedByClosing(Invocation invocation, HttpAnchorRepository anchors) throws Exception {
        service.reply(Reply.stall());
        CompletableFuture<Throwable> failure =
                CompletableFuture.supplyAsync(() -> catchThrowable(() -> invocation.on(anchors)));
        service.takeRequest(Duration.ofSeconds(30));

        anchors.close();

        assertThat(failure.get(30, SECONDS))
                .isInstanceOf(ConnectionFailedException.class)
                .hasMessageContaining("the repository was closed during the call")
                .extracting(it -> ((AnchorRepositoryException) it).effect())
                .isEqualTo(invocation.effectOnceSent());
    }

    @Test
    void a_client_from_outside_can_be_used_after_the_repository_was_closed() throws IOException {
        try (CloseableHttpClient client = HttpClients.createDefault()) {
            HttpAnchorRepository.Builder configuration =
                    HttpAnchorRepository.builder().baseUrl(service.baseUrl()).httpClient(client);
            try (HttpAnchorRepository first = configuration.build()) {
                first.snapshot();
            }
            try (HttpAnchorRepository second = configuration.build()) {
                assertThat(second.snapshot()).isEmpty();
            }
        }
    }

    @Test
    void a_call_fails_when_the_client_from_outside_was_closed() throws IOException {
        CloseableHttpClient client = HttpClients.createDefault();
        try (HttpAnchorRepository anchors = HttpAnchorRepository.builder()
                .baseUrl(service.baseUrl())
                .httpClient(client)
                .build()) {
            client.close();

            assertThatThrownBy(anchors::snapshot).isInstanceOf(ConnectionFailedException.class);
        }
    }

    @Test
    void a_repository_has_one_thread_that_ends_when_it_is_closed() throws Exception {
        OwnThreads threads = new OwnThreads();
        HttpAnchorRepository anchors = threads.call(
                () -> HttpAnchorRepository.builder().baseUrl(service.baseUrl()).build());
        assertThat(threads.started()).isEmpty();
        for (int i = 0; i < 20; i++) {
            threads.call(anchors::snapshot);
        }

        Set<Thread> started = threads.started();
        anchors.close();

        assertThat(started).hasSize(1);
        Thread watchdog = started.iterator().next();
        assertThat(watchdog.isDaemon()).isTrue();
        watchdog.join(30_000);
        assertThat(watchdog.isAlive()).isFalse();
    }
}
