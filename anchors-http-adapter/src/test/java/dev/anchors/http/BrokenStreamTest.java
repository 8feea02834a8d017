package dev.anchors.http;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.anchors.domain.Anchor;
import dev.anchors.domain.AnchorId;
import dev.anchors.inmemory.InMemoryAnchorRepository;
import dev.anchors.ports.AnchorRepository;
import dev.anchors.ports.AnchorRepositoryException;
import dev.anchors.ports.ConnectionFailedException;
import dev.anchors.ports.Effect;
import dev.anchors.ports.InterruptedCallException;
import dev.anchors.ports.MalformedResponseException;
import dev.anchors.ports.Operation;
import dev.anchors.ports.TimedOutException;
import dev.anchors.ports.Transferables;
import dev.anchors.testkit.fake.FakePiecesOs;
import dev.anchors.testkit.fake.Reply;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.Iterator;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManager;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** Streams that do not come to the end of their response. Those that wait for their deadline do so at the same time. */
@Timeout(60)
@Execution(ExecutionMode.CONCURRENT)
class BrokenStreamTest {

    /** The longest wait for an anchor behind the first, in streams that this deadline ends. */
    private static final Duration SHORT = Duration.ofSeconds(1);

    private static final Duration LONG = Duration.ofMinutes(10);

    /** Sends one anchor and nothing more. */
    private final RawServer stalling = RawServer.start(connection -> {
        connection.readRequest();
        connection.send(ChunkedAnchors.BEGIN + ChunkedAnchors.first("a"));
        connection.awaitClose();
    });

    private final PoolingHttpClientConnectionManager pool =
            PoolingHttpClientConnectionManagerBuilder.create().build();
    private final CloseableHttpClient client = HttpClients.createMinimal(pool);

    @AfterEach
    void assert_that_no_connection_is_leased() throws IOException {
        stalling.close();
        assertThat(pool.getTotalStats().getLeased()).isZero();
        client.close();
    }

    @Test
    void a_stream_whose_connection_is_lost_fails() {
        try (RawServer server = RawServer.sending(
                        ChunkedAnchors.BEGIN + ChunkedAnchors.first("a") + ChunkedAnchors.chunk(",{\"id\":"));
                AnchorRepository anchors = repository(server.baseUrl(), LONG)) {
            Iterator<Anchor> iterator = iteratorAfterFirst(anchors);

            assertThat(failureOf(ConnectionFailedException.class, iterator::next))
                    .hasMessageContaining("the connection was lost");
        }
    }

    @Test
    void a_stream_with_a_malformed_anchor_fails_when_it_gets_there() {
        String broken = ChunkedAnchors.next("b")
                + ChunkedAnchors.chunk(",{\"id\":\"c\",\"points\":{\"iterable\":[{\"id\":7}]}}");
        try (RawServer server = RawServer.sending(
                        ChunkedAnchors.BEGIN + ChunkedAnchors.first("a") + broken + ChunkedAnchors.END);
                AnchorRepository anchors = repository(server.baseUrl(), LONG)) {
            Iterator<Anchor> iterator = iteratorAfterFirst(anchors);
            assertThat(iterator.next().id()).isEqualTo(new AnchorId("b"));

            assertThat(failureOf(MalformedResponseException.class, iterator::next)
                            .pointer())
                    .isEqualTo("/iterable/2/points/iterable/0/id");
        }
    }

    @Test
    void a_stream_over_the_limit_of_a_response_fails() {
        try (RawServer server = RawServer.sending(
                        ChunkedAnchors.BEGIN + ChunkedAnchors.first("a") + ChunkedAnchors.chunk(" ".repeat(20_000)));
                AnchorRepository anchors = HttpAnchorRepository.builder()
                        .baseUrl(server.baseUrl())
                        .maxResponseBytes(10_000)
                        .httpClient(client)
                        .build()) {
            Iterator<Anchor> iterator = iteratorAfterFirst(anchors);

            assertThat(failureOf(MalformedResponseException.class, iterator::next))
                    .hasMessageContaining("more than 10000 bytes");
        }
    }

    @Test
    void a_stream_that_has_failed_is_closed_and_not_at_its_end() {
        try (RawServer server = RawServer.sending(ChunkedAnchors.BEGIN + ChunkedAnchors.first("a"));
                AnchorRepository anchors = repository(server.baseUrl(), LONG)) {
            Iterator<Anchor> iterator = iteratorAfterFirst(anchors);
            failureOf(ConnectionFailedException.class, iterator::next);

            assertThatThrownBy(iterator::hasNext)
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessage("the stream is closed");
        }
    }

    @Test
    void a_stalled_stream_ends_at_the_deadline() {
        try (AnchorRepository anchors = impatient(stalling.baseUrl())) {
            Iterator<Anchor> iterator = iteratorAfterFirst(anchors);

            assertThat(failureOf(TimedOutException.class, iterator::next).timeout())
                    .isEqualTo(SHORT);
        }
    }

    @Test
    void a_dribbled_stream_ends_at_the_deadline() {
        try (RawServer server = RawServer.start(connection -> {
                    connection.readRequest();
                    connection.send(ChunkedAnchors.BEGIN + ChunkedAnchors.first("a"));
                    while (true) {
                        connection.send(ChunkedAnchors.chunk(" "));
                    }
                });
                AnchorRepository anchors = impatient(server.baseUrl())) {
            Iterator<Anchor> iterator = iteratorAfterFirst(anchors);

            failureOf(TimedOutException.class, iterator::next);
        }
    }

    @Test
    void the_time_that_the_consumer_of_a_stream_takes_does_not_count() {
        try (FakePiecesOs service = FakePiecesOs.serving(InMemoryAnchorRepository.create());
                AnchorRepository anchors = impatient(service.baseUrl());
                AnchorRepository hasty = repository(service.baseUrl(), SHORT)) {
            service.reply(Reply.json(IntStream.range(0, 5_000)
                    .mapToObj(i -> ChunkedAnchors.anchor("a-" + i))
                    .collect(Collectors.joining(",", "{\"iterable\":[", "]}"))));
            try (Stream<Anchor> stream = anchors.stream(Transferables.INCLUDED)) {
                Iterator<Anchor> iterator = stream.iterator();
                iterator.next();
                iterator.next();

                service.reply(Reply.stall());
                assertThatThrownBy(hasty::snapshot).isInstanceOf(TimedOutException.class); // after a whole timeout

                assertThat(iterator).toIterable().hasSize(4_998);
            }
        }
    }

    @Test
    void an_interrupt_of_the_reading_thread_ends_a_stream() throws Exception {
        try (AnchorRepository anchors = repository(stalling.baseUrl(), LONG)) {
            Iterator<Anchor> iterator = iteratorAfterFirst(anchors);
            CompletableFuture<Boolean> flag = new CompletableFuture<>();
            Thread reading = new Thread(() -> {
                failureOf(InterruptedCallException.class, iterator::next);
                flag.complete(Thread.currentThread().isInterrupted());
            });
            reading.start();

            reading.interrupt();

            assertThat(flag.get(30, SECONDS)).isTrue();
        }
    }

    @Test
    void a_thread_that_is_interrupted_already_reads_no_further() {
        try (RawServer server = RawServer.sending(ChunkedAnchors.BEGIN
                        + ChunkedAnchors.first("a")
                        + ChunkedAnchors.next("b")
                        + ChunkedAnchors.END);
                AnchorRepository anchors = repository(server.baseUrl(), LONG)) {
            Stream<Anchor> stream = anchors.stream(Transferables.INCLUDED);

            failureOf(
                    InterruptedCallException.class,
                    () -> stream.forEach(anchor -> Thread.currentThread().interrupt()));

            assertThat(Thread.interrupted()).isTrue();
        }
    }

    @Test
    void an_interrupt_of_the_thread_that_opened_a_stream_does_not_stop_another_reader() throws Exception {
        try (RawServer server = RawServer.sending(ChunkedAnchors.BEGIN
                        + ChunkedAnchors.first("a")
                        + ChunkedAnchors.next("b")
                        + ChunkedAnchors.END);
                AnchorRepository anchors = repository(server.baseUrl(), LONG)) {
            Stream<Anchor> stream = anchors.stream(Transferables.INCLUDED);
            Thread.currentThread().interrupt();
            CompletableFuture<Long> count = CompletableFuture.supplyAsync(stream::count);

            assertThat(Thread.interrupted()).isTrue();
            assertThat(count.get(30, SECONDS)).isEqualTo(2);
        }
    }

    @Test
    void closing_the_repository_ends_a_read_of_a_stream() {
        AnchorRepository anchors = repository(stalling.baseUrl(), LONG);
        Iterator<Anchor> iterator = iteratorAfterFirst(anchors);
        CompletableFuture<Throwable> blocked = CompletableFuture.supplyAsync(() -> catchThrowable(iterator::next));

        anchors.close();

        assertThat(blocked.orTimeout(30, SECONDS).join())
                .isInstanceOf(ConnectionFailedException.class)
                .hasMessageContaining("the repository was closed during the call");
    }

    @Test
    void closing_the_repository_makes_the_next_read_of_a_stream_fail() throws IOException {
        AnchorRepository anchors =
                HttpAnchorRepository.builder().baseUrl(stalling.baseUrl()).build();
        Iterator<Anchor> iterator = iteratorAfterFirst(anchors);

        anchors.close();

        assertThat(failureOf(ConnectionFailedException.class, iterator::next))
                .hasMessageContaining("the repository was closed during the call");
    }

    @Test
    void closing_a_stream_ends_a_read_on_another_thread() {
        try (AnchorRepository anchors = repository(stalling.baseUrl(), LONG)) {
            Stream<Anchor> stream = anchors.stream(Transferables.INCLUDED);
            Iterator<Anchor> iterator = stream.iterator();
            iterator.next();
            CompletableFuture<Throwable> blocked = CompletableFuture.supplyAsync(() -> catchThrowable(iterator::next));

            stream.close();

            assertThat(blocked.orTimeout(30, SECONDS).join())
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessage("the stream is closed");
        }
    }

    @Test
    void closing_a_stream_while_it_is_consumed_ends_it() {
        try (RawServer server = RawServer.sending(ChunkedAnchors.BEGIN
                        + ChunkedAnchors.first("a")
                        + ChunkedAnchors.next("b")
                        + ChunkedAnchors.END);
                AnchorRepository anchors = repository(server.baseUrl(), LONG)) {
            Stream<Anchor> stream = anchors.stream(Transferables.INCLUDED);

            assertThatThrownBy(() -> stream.forEach(anchor -> stream.close()))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessage("the stream is closed");
        }
    }

    /** Returns the iterator of a stream of which the first anchor was read. */
    private static Iterator<Anchor> iteratorAfterFirst(AnchorRepository anchors) {
        Iterator<Anchor> iterator = anchors.stream(Transferables.INCLUDED).iterator();
        assertThat(iterator.next().id()).isEqualTo(new AnchorId("a"));
        return iterator;
    }

    private static <T extends AnchorRepositoryException> T failureOf(Class<T> type, ThrowingCallable read) {
        T failure = catchThrowableOfType(type, read);
        assertThat(failure.operation()).isEqualTo(Operation.STREAM);
        assertThat(failure.effect()).isEqualTo(Effect.NONE);
        return failure;
    }

    private AnchorRepository repository(URI baseUrl, Duration callTimeout) {
        return builder(baseUrl).callTimeout(callTimeout).build();
    }

    private AnchorRepository impatient(URI baseUrl) {
        return builder(baseUrl).callTimeout(LONG).streamIdleTimeout(SHORT).build();
    }

    private HttpAnchorRepository.Builder builder(URI baseUrl) {
        return HttpAnchorRepository.builder().baseUrl(baseUrl).httpClient(client);
    }
}
