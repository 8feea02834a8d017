package dev.anchors.http;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.anchors.domain.Anchor;
import dev.anchors.domain.Anchors;
import dev.anchors.domain.SeededAnchor;
import dev.anchors.inmemory.InMemoryAnchorRepository;
import dev.anchors.ports.Transferables;
import dev.anchors.testkit.fake.FakePiecesOs;
import dev.anchors.testkit.fake.Reply;
import java.io.IOException;
import java.lang.ref.WeakReference;
import java.net.URI;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManager;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A stream that reads each anchor from the connection when it is asked for. */
@Timeout(60)
class StreamTest {

    private static final String EMPTY = "HTTP/1.1 200 OK\r\nContent-Length: 15\r\n\r\n{\"iterable\":[]}";

    @Test
    void a_stream_has_the_anchors_of_a_snapshot_also_in_parallel() {
        try (InMemoryAnchorRepository store = InMemoryAnchorRepository.create();
                FakePiecesOs service = FakePiecesOs.serving(store);
                HttpAnchorRepository anchors = repository(service.baseUrl())) {
            for (int i = 0; i < 3_000; i++) { // more than a parallel stream splits off at first
                store.create(SeededAnchor.file("/home/rosa/" + i));
            }
            Anchors snapshot = anchors.snapshot();

            assertThat(readAll(anchors.stream(Transferables.INCLUDED))).isEqualTo(snapshot.asList());
            assertThat(readAll(anchors.stream(Transferables.INCLUDED).parallel()))
                    .isEqualTo(snapshot.asList());
        }
    }

    @Test
    void a_stream_skips_null_elements_and_unknown_fields() {
        try (RawServer server = RawServer.start(connection -> {
                    connection.readRequest();
                    connection.send(ChunkedAnchors.BEGIN);
                    connection.send(ChunkedAnchors.chunk("null,")
                            + ChunkedAnchors.first("a")
                            + ChunkedAnchors.chunk(",null")
                            + ChunkedAnchors.next("b"));
                    connection.send(ChunkedAnchors.chunk("],\"later\":[{}],\"score\":{\"manual\":1}}  ") + "0\r\n\r\n");
                    connection.awaitClose();
                });
                HttpAnchorRepository anchors = repository(server.baseUrl())) {
            assertThat(anchors.stream(Transferables.INCLUDED))
                    .extracting(anchor -> anchor.id().value())
                    .containsExactly("a", "b");
        }
    }

    @Test
    void a_stream_returns_an_anchor_as_soon_as_its_bytes_have_arrived() {
        CountDownLatch firstSeen = new CountDownLatch(1);
        CountDownLatch secondSeen = new CountDownLatch(1);
        try (RawServer server = RawServer.start(connection -> {
                    connection.readRequest();
                    connection.send(ChunkedAnchors.BEGIN + ChunkedAnchors.first("a"));
                    await(firstSeen);
                    connection.send(ChunkedAnchors.next("b"));
                    await(secondSeen);
                    connection.send(ChunkedAnchors.END);
                    connection.awaitClose();
                });
                HttpAnchorRepository anchors = repository(server.baseUrl());
                Stream<Anchor> stream = anchors.stream(Transferables.INCLUDED)) {
            Iterator<Anchor> iterator = stream.iterator();

            assertThat(iterator.next().id().value()).isEqualTo("a");
            firstSeen.countDown();
            assertThat(iterator.next().id().value()).isEqualTo("b");
            secondSeen.countDown();
            assertThat(iterator.hasNext()).isFalse();
        }
    }

    @Test
    void a_stream_releases_its_connection_at_its_end_without_close() throws IOException {
        try (PoolingHttpClientConnectionManager pool =
                        PoolingHttpClientConnectionManagerBuilder.create().build();
                CloseableHttpClient client = HttpClients.createMinimal(pool);
                RawServer server = RawServer.start(
                        connection -> {
                            connection.readRequest();
                            connection.send(ChunkedAnchors.BEGIN
                                    + ChunkedAnchors.first("a")
                                    + ChunkedAnchors.next("b")
                                    + ChunkedAnchors.END);
                            connection.readRequest();
                            connection.send(EMPTY);
                            connection.awaitClose();
                        },
                        connection -> connection.send("HTTP/1.1 500 Another connection\r\n\r\n"));
                HttpAnchorRepository anchors = HttpAnchorRepository.builder()
                        .baseUrl(server.baseUrl())
                        .httpClient(client)
                        .build()) {
            Stream<Anchor> stream = anchors.stream(Transferables.INCLUDED);
            assertThat(pool.getTotalStats().getLeased()).isEqualTo(1);

            assertThat(stream.count()).isEqualTo(2);

            assertThat(pool.getTotalStats().getLeased()).isZero();
            assertThat(anchors.snapshot()).isEmpty();
            stream.close();
            assertThat(pool.getTotalStats().getAvailable()).isEqualTo(1);
        }
    }

    @Test
    void closing_a_stream_before_its_end_closes_the_connection_and_reads_no_further() throws IOException {
        CountDownLatch left = new CountDownLatch(1);
        try (PoolingHttpClientConnectionManager pool =
                        PoolingHttpClientConnectionManagerBuilder.create().build();
                CloseableHttpClient client = HttpClients.createMinimal(pool);
                RawServer server = RawServer.start(
                        connection -> {
                            connection.readRequest();
                            connection.send(
                                    ChunkedAnchors.BEGIN + ChunkedAnchors.first("a") + ChunkedAnchors.next("b"));
                            try {
                                connection.awaitClose(); // the rest is never sent
                            } finally {
                                left.countDown();
                            }
                        },
                        connection -> {
                            connection.readRequest();
                            connection.send(EMPTY);
                        });
                HttpAnchorRepository anchors = HttpAnchorRepository.builder()
                        .baseUrl(server.baseUrl())
                        .httpClient(client)
                        .build()) {
            try (Stream<Anchor> stream = anchors.stream(Transferables.INCLUDED)) {
                assertThat(stream.findFirst()).isPresent();
            }

            await(left);
            assertThat(pool.getTotalStats().getLeased()).isZero();
            assertThat(pool.getTotalStats().getAvailable()).isZero();
            assertThat(anchors.snapshot()).isEmpty();
        }
    }

    @Test
    void no_connection_is_lost_however_streams_end() {
        try (FakePiecesOs service = FakePiecesOs.serving(InMemoryAnchorRepository.create());
                HttpAnchorRepository anchors = repository(service.baseUrl())) {
            String two = "{\"iterable\":[" + ChunkedAnchors.anchor("a") + "," + ChunkedAnchors.anchor("b") + "]}";
            for (int i = 0; i < 33; i++) { // with three streams each, more streams than there are connections
                service.reply(Reply.json(two), Reply.json(two), Reply.text(500, "no"));
                assertThat(anchors.stream(Transferables.INCLUDED)).hasSize(2);
                Stream<Anchor> closedTwice = anchors.stream(Transferables.INCLUDED);
                closedTwice.close();
                closedTwice.close();
                Invocation.STREAM.attemptOn(anchors);
            }

            assertThat(anchors.snapshot()).isEmpty();
        }
    }

    @Test
    void a_stream_holds_one_anchor_at_a_time_and_reads_no_anchor_ahead() {
        int many = 20_000;
        String bulk = "x".repeat(1_500);
        AtomicInteger sent = new AtomicInteger();
        try (RawServer server = RawServer.start(connection -> {
                    connection.readRequest();
                    connection.send(ChunkedAnchors.BEGIN + ChunkedAnchors.first("a-0"));
                    while (sent.incrementAndGet() < many) {
                        connection.send(ChunkedAnchors.chunk(",{\"later\":\"" + bulk + "\","
                                + ChunkedAnchors.anchor("a-" + sent).substring(1)));
                    }
                    connection.send(ChunkedAnchors.END);
                });
                HttpAnchorRepository anchors = repository(server.baseUrl());
                Stream<Anchor> stream = anchors.stream(Transferables.INCLUDED)) {
            Iterator<Anchor> iterator = stream.iterator();
            List<WeakReference<Anchor>> read = new ArrayList<>();
            for (int i = 0; i < 100; i++) {
                read.add(new WeakReference<>(iterator.next()));
            }
            int sentAtTheHundredth = sent.get(); // the buffers of the two sockets cannot hold the rest

            iterator.forEachRemaining(anchor -> read.add(new WeakReference<>(anchor)));
            System.gc();

            assertThat(sentAtTheHundredth).isLessThan(many);
            assertThat(read).hasSize(many);
            assertThat(read.stream().map(WeakReference::get).filter(Objects::nonNull))
                    .hasSizeLessThan(10);
        }
    }

    @Test
    void a_stream_can_be_read_by_another_thread() throws Exception {
        try (FakePiecesOs service = FakePiecesOs.serving(InMemoryAnchorRepository.create());
                HttpAnchorRepository anchors = repository(service.baseUrl())) {
            service.reply(Reply.json(
                    "{\"iterable\":[" + ChunkedAnchors.anchor("a") + "," + ChunkedAnchors.anchor("b") + "]}"));
            Stream<Anchor> stream = anchors.stream(Transferables.INCLUDED);

            assertThat(CompletableFuture.supplyAsync(stream::toList).get(30, SECONDS))
                    .hasSize(2);
        }
    }

    private static HttpAnchorRepository repository(URI baseUrl) {
        return HttpAnchorRepository.builder().baseUrl(baseUrl).build();
    }

    private static List<Anchor> readAll(Stream<Anchor> stream) {
        try (stream) {
            return stream.toList();
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(30, SECONDS)).isTrue();
        } catch (InterruptedException interrupted) {
            throw new AssertionError(interrupted);
        }
    }
}
