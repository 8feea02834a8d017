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

/** How a stream ends that does not come to the end of the answer. */
@Timeout(60)
class BrokenStreamTest {

    /** Long enough for an anchor to arrive, even on a machine that has other things to do. */
    private static final Duration SHORT = Duration.ofSeconds(1);

    private static final Duration LONG = Duration.ofMinutes(10);

    /** Says an anchor and nothing more. */
    private final RawServer silent = RawServer.start(connection -> {
        connection.readRequest();
        connection.send(ChunkedAnchors.BEGIN + ChunkedAnchors.first("a"));
        connection.awaitClose();
    });

    private final PoolingHttpClientConnectionManager pool =
            PoolingHttpClientConnectionManagerBuilder.create().build();
    private final CloseableHttpClient client = HttpClients.createMinimal(pool);

    @AfterEach
    void nothing_stays_leased() throws IOException {
        silent.close();
        assertThat(pool.getTotalStats().getLeased()).isZero();
        client.close();
    }

    @Test
    void the_connection_is_lost() {
        try (RawServer server = RawServer.sending(
                        ChunkedAnchors.BEGIN + ChunkedAnchors.first("a") + ChunkedAnchors.chunk(",{\"id\":"));
                AnchorRepository anchors = repository(server.baseUrl(), LONG)) {
            Iterator<Anchor> walk = started(anchors);

            assertThat(failureOf(ConnectionFailedException.class, walk::next))
                    .hasMessageContaining("the connection was lost");
        }
    }

    @Test
    void the_answer_is_broken_further_on() {
        String broken = ChunkedAnchors.next("b")
                + ChunkedAnchors.chunk(",{\"id\":\"c\",\"points\":{\"iterable\":[{\"id\":7}]}}");
        try (RawServer server = RawServer.sending(
                        ChunkedAnchors.BEGIN + ChunkedAnchors.first("a") + broken + ChunkedAnchors.END);
                AnchorRepository anchors = repository(server.baseUrl(), LONG)) {
            Iterator<Anchor> walk = started(anchors);
            assertThat(walk.next().id()).isEqualTo(new AnchorId("b"));

            assertThat(failureOf(MalformedResponseException.class, walk::next).pointer())
                    .isEqualTo("/iterable/2/points/iterable/0/id");
        }
    }

    @Test
    void the_answer_grows_over_the_limit() {
        try (RawServer server = RawServer.sending(
                        ChunkedAnchors.BEGIN + ChunkedAnchors.first("a") + ChunkedAnchors.chunk(" ".repeat(20_000)));
                AnchorRepository anchors = HttpAnchorRepository.builder()
                        .baseUrl(server.baseUrl())
                        .maxResponseBytes(10_000)
                        .httpClient(client)
                        .build()) {
            Iterator<Anchor> walk = started(anchors);

            assertThat(failureOf(MalformedResponseException.class, walk::next))
                    .hasMessageContaining("more than 10000 bytes");
        }
    }

    @Test
    void one_that_failed_does_not_look_like_one_that_ended() {
        try (RawServer server = RawServer.sending(ChunkedAnchors.BEGIN + ChunkedAnchors.first("a"));
                AnchorRepository anchors = repository(server.baseUrl(), LONG)) {
            Iterator<Anchor> walk = started(anchors);
            failureOf(ConnectionFailedException.class, walk::next);

            assertThatThrownBy(walk::hasNext)
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessage("the stream is closed");
        }
    }

    @Test
    void a_stalled_stream_ends_at_the_deadline() {
        try (AnchorRepository anchors = repository(silent.baseUrl(), SHORT)) {
            Iterator<Anchor> walk = started(anchors);

            assertThat(failureOf(TimedOutException.class, walk::next).timeout()).isEqualTo(SHORT);
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
                AnchorRepository anchors = repository(server.baseUrl(), SHORT)) {
            Iterator<Anchor> walk = started(anchors);

            failureOf(TimedOutException.class, walk::next);
        }
    }

    @Test
    void what_the_consumer_does_takes_none_of_the_time() {
        try (FakePiecesOs service = FakePiecesOs.serving(InMemoryAnchorRepository.create());
                AnchorRepository anchors = repository(service.baseUrl(), SHORT)) {
            service.reply(Reply.json(IntStream.range(0, 5_000)
                    .mapToObj(i -> ChunkedAnchors.anchor("a-" + i))
                    .collect(Collectors.joining(",", "{\"iterable\":[", "]}"))));
            try (Stream<Anchor> stream = anchors.stream(Transferables.INCLUDED)) {
                Iterator<Anchor> walk = stream.iterator();
                walk.next();
                walk.next();

                service.reply(Reply.stall());
                assertThatThrownBy(anchors::snapshot).isInstanceOf(TimedOutException.class); // a whole timeout later

                assertThat(walk).toIterable().hasSize(4_998);
            }
        }
    }

    @Test
    void an_interrupt_of_the_thread_that_walks_ends_it() throws Exception {
        try (AnchorRepository anchors = repository(silent.baseUrl(), LONG)) {
            Iterator<Anchor> walk = started(anchors);
            CompletableFuture<Boolean> flag = new CompletableFuture<>();
            Thread walking = new Thread(() -> {
                failureOf(InterruptedCallException.class, walk::next);
                flag.complete(Thread.currentThread().isInterrupted());
            });
            walking.start();

            walking.interrupt();

            assertThat(flag.get(30, SECONDS)).isTrue();
        }
    }

    @Test
    void a_thread_that_is_interrupted_already_walks_no_further() {
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
    void an_interrupt_of_the_thread_that_began_it_does_not_matter_to_another() throws Exception {
        try (RawServer server = RawServer.sending(ChunkedAnchors.BEGIN
                        + ChunkedAnchors.first("a")
                        + ChunkedAnchors.next("b")
                        + ChunkedAnchors.END);
                AnchorRepository anchors = repository(server.baseUrl(), LONG)) {
            Stream<Anchor> stream = anchors.stream(Transferables.INCLUDED);
            Thread.currentThread().interrupt();
            CompletableFuture<Long> walk = CompletableFuture.supplyAsync(stream::count);

            assertThat(Thread.interrupted()).isTrue();
            assertThat(walk.get(30, SECONDS)).isEqualTo(2);
        }
    }

    @Test
    void closing_the_repository_ends_it() {
        AnchorRepository anchors = repository(silent.baseUrl(), LONG);
        Iterator<Anchor> walk = started(anchors);
        CompletableFuture<Throwable> blocked = CompletableFuture.supplyAsync(() -> catchThrowable(walk::next));

        anchors.close();

        assertThat(blocked.orTimeout(30, SECONDS).join())
                .isInstanceOf(ConnectionFailedException.class)
                .hasMessageContaining("the repository was closed during the call");
    }

    @Test
    void closing_the_repository_ends_it_where_nobody_waits() throws IOException {
        AnchorRepository anchors =
                HttpAnchorRepository.builder().baseUrl(silent.baseUrl()).build();
        Iterator<Anchor> walk = started(anchors);

        anchors.close();

        assertThat(failureOf(ConnectionFailedException.class, walk::next))
                .hasMessageContaining("the repository was closed during the call");
    }

    @Test
    void closing_it_ends_a_walk_on_another_thread() {
        try (AnchorRepository anchors = repository(silent.baseUrl(), LONG)) {
            Stream<Anchor> stream = anchors.stream(Transferables.INCLUDED);
            Iterator<Anchor> walk = stream.iterator();
            walk.next();
            CompletableFuture<Throwable> blocked = CompletableFuture.supplyAsync(() -> catchThrowable(walk::next));

            stream.close();

            assertThat(blocked.orTimeout(30, SECONDS).join())
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessage("the stream is closed");
        }
    }

    @Test
    void closing_it_in_the_midst_of_its_own_walk_ends_it() {
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

    /** Returns a walk behind the first anchor. */
    private static Iterator<Anchor> started(AnchorRepository anchors) {
        Iterator<Anchor> walk = anchors.stream(Transferables.INCLUDED).iterator();
        assertThat(walk.next().id()).isEqualTo(new AnchorId("a"));
        return walk;
    }

    private static <T extends AnchorRepositoryException> T failureOf(Class<T> type, ThrowingCallable walk) {
        T failure = catchThrowableOfType(type, walk);
        assertThat(failure.operation()).isEqualTo(Operation.STREAM);
        assertThat(failure.effect()).isEqualTo(Effect.NONE);
        return failure;
    }

    private AnchorRepository repository(URI baseUrl, Duration callTimeout) {
        return HttpAnchorRepository.builder()
                .baseUrl(baseUrl)
                .callTimeout(callTimeout)
                .httpClient(client)
                .build();
    }
}
