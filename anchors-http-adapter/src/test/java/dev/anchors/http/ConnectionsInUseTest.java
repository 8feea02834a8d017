package dev.anchors.http;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.anchors.domain.Anchor;
import dev.anchors.domain.AnchorId;
import dev.anchors.domain.SeededAnchor;
import dev.anchors.http.internal.calls.Troubleshooting;
import dev.anchors.inmemory.InMemoryAnchorRepository;
import dev.anchors.ports.AnchorRepository;
import dev.anchors.ports.ConnectionFailedException;
import dev.anchors.ports.Effect;
import dev.anchors.ports.TimedOutException;
import dev.anchors.testkit.fake.FakePiecesOs;
import dev.anchors.testkit.fake.Reply;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.FutureTask;
import java.util.stream.Stream;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** A call that waits for a connection until its deadline says what the connections are used for. */
@Timeout(60)
@Execution(ExecutionMode.CONCURRENT)
class ConnectionsInUseTest {

    private static final Duration SHORT = Duration.ofMillis(200);

    private final AnchorRepository store = InMemoryAnchorRepository.create();
    private final FakePiecesOs service = FakePiecesOs.serving(store);

    @AfterEach
    void close() {
        service.close();
    }

    @Test
    void a_call_that_waits_for_64_forgotten_streams_names_them() {
        try (HttpAnchorRepository anchors =
                HttpAnchorRepository.builder().baseUrl(service.baseUrl()).build()) {
            List<Stream<Anchor>> forgotten = openStreams(anchors, 64);

            TimedOutException failure = catchThrowableOfType(
                    TimedOutException.class,
                    () -> anchors.withCallTimeout(SHORT).create(SeededAnchor.file("/home/rosa")));

            assertThat(failure.effect()).isEqualTo(Effect.NONE);
            assertThat(failure)
                    .hasMessage("create: no complete response within 0.2 s: 64 connections are in use, 64 of them by"
                            + " streams that were neither read to their end nor closed; close each stream that is not"
                            + " read to its end; " + Troubleshooting.TIMEOUTS);
            forgotten.forEach(Stream::close);
            assertThat(anchors.snapshot()).hasSize(2);
        }
    }

    @Test
    void close_ends_a_call_that_waits_for_the_connection_of_a_forgotten_stream() throws Exception {
        HttpAnchorRepository anchors = repository(1).withCallTimeout(Duration.ofDays(1));
        openStreams(anchors, 1);
        FutureTask<Optional<Anchor>> call = new FutureTask<>(() -> anchors.find(new AnchorId("a")));
        Thread caller = new Thread(call);
        caller.start();
        while (caller.getState() != Thread.State.TIMED_WAITING) {
            Thread.onSpinWait();
        }

        anchors.close();

        assertThatThrownBy(call::get)
                .hasCauseInstanceOf(ConnectionFailedException.class)
                .hasMessageContaining("the repository was closed during the call");
    }

    @Test
    void a_stream_that_was_closed_or_read_to_its_end_is_not_counted() throws Exception {
        HttpAnchorRepository anchors = repository(2);
        List<Stream<Anchor>> streams = openStreams(anchors, 2);
        streams.get(0).close();
        assertThat(streams.get(1)).hasSize(2);
        CompletableFuture<Void> stalled = stalledCall(anchors);
        openStreams(anchors, 1);

        assertThat(catchThrowableOfType(TimedOutException.class, anchors.withCallTimeout(SHORT)::snapshot))
                .hasMessageContaining("2 connections are in use, 1 of them by streams");
        anchors.close();
        assertThat(stalled.handle((result, failure) -> failure).get(30, SECONDS))
                .isNotNull();
    }

    @Test
    void a_call_that_waits_for_forgotten_streams_names_them_with_a_client_from_outside_too() throws Exception {
        try (CloseableHttpClient client = HttpClients.createDefault(); // of 5 connections to one service
                HttpAnchorRepository anchors = HttpAnchorRepository.builder()
                        .baseUrl(service.baseUrl())
                        .httpClient(client)
                        .build()) {
            List<Stream<Anchor>> forgotten = openStreams(anchors, 5);

            TimedOutException failure = catchThrowableOfType(
                    TimedOutException.class,
                    () -> anchors.withCallTimeout(SHORT).create(SeededAnchor.file("/home/rosa")));

            assertThat(failure.effect()).isEqualTo(Effect.NONE);
            assertThat(failure)
                    .hasMessageContaining("5 connections are in use, 5 of them by streams that were neither read to");
            forgotten.forEach(Stream::close);
        }
    }

    @Test
    void a_call_that_waits_for_other_calls_names_no_streams() throws Exception {
        HttpAnchorRepository anchors = repository(1);
        CompletableFuture<Void> stalled = stalledCall(anchors);

        assertThat(catchThrowableOfType(TimedOutException.class, anchors.withCallTimeout(SHORT)::snapshot))
                .hasMessage(
                        "snapshot: no complete response within 0.2 s: 1 connection is in use; allow more time or more"
                                + " connections; " + Troubleshooting.TIMEOUTS);
        anchors.close();
        assertThat(stalled.handle((result, failure) -> failure).get(30, SECONDS))
                .isNotNull();
    }

    private HttpAnchorRepository repository(int maxConnections) {
        return HttpAnchorRepository.builder()
                .baseUrl(service.baseUrl())
                .maxConnections(maxConnections)
                .build();
    }

    private CompletableFuture<Void> stalledCall(AnchorRepository anchors) {
        service.when(request -> request.path().startsWith("/anchor/")).reply(Reply.stall());
        CompletableFuture<Void> call = CompletableFuture.runAsync(() -> anchors.find(new AnchorId("a")));
        while (!service.takeRequest(Duration.ofSeconds(30)).path().startsWith("/anchor/")) {
            // an earlier request
        }
        return call;
    }

    /** Opens streams of two anchors, so that each of them holds a connection. */
    private List<Stream<Anchor>> openStreams(AnchorRepository anchors, int count) {
        while (store.snapshot().size() < 2) {
            store.create(SeededAnchor.file("/home/rosa"));
        }
        List<Stream<Anchor>> streams = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            streams.add(anchors.stream());
        }
        return streams;
    }
}
