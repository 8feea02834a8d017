package dev.anchors.http;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.anchors.ports.ConnectionFailedException;
import dev.anchors.ports.InterruptedCallException;
import dev.anchors.ports.TimedOutException;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.io.entity.InputStreamEntity;
import org.apache.hc.core5.http.message.BasicClassicHttpResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Deadline, interrupt and close end the decoding of a response without end as they end waiting for one. */
@Timeout(120)
class EndOfDecodingTest {

    private static final Duration DEADLINE = Duration.ofMillis(500);
    private static final Duration LONG = Duration.ofMinutes(10);
    private static final String START = "{\"iterable\":[";
    private static final String NULLS = ",null".repeat(1_000) + ",";

    private final CountDownLatch isDecoding = new CountDownLatch(1);

    @Test
    void the_deadline_ends_the_decoding_of_a_response_that_comes_without_pause() {
        try (RawServer server = RawServer.start(connection -> {
                    connection.readRequest();
                    connection.send("HTTP/1.1 200 OK\r\n\r\n" + START);
                    for (long number = 0; true; number++) {
                        connection.send(piece(number));
                    }
                });
                HttpAnchorRepository anchors = HttpAnchorRepository.builder()
                        .baseUrl(server.baseUrl())
                        .callTimeout(DEADLINE)
                        .maxResponseBytes(Long.MAX_VALUE)
                        .build()) {
            assertTimesOut(anchors);
        }
    }

    @Test
    void the_deadline_ends_the_decoding_of_a_response_that_has_arrived_already() throws IOException {
        try (CloseableHttpClient client = clientOfEndlessResponse();
                HttpAnchorRepository anchors = repository(client, DEADLINE)) {
            assertTimesOut(anchors);
        }
    }

    @Test
    void an_interrupt_ends_the_decoding_of_a_response_that_has_arrived_already() throws IOException {
        try (CloseableHttpClient client = clientOfEndlessResponse();
                HttpAnchorRepository anchors = repository(client, LONG)) {
            Thread caller = Thread.currentThread();
            onceDecoding(caller::interrupt);

            Throwable failure = catchThrowable(anchors::snapshot);

            assertThat(Thread.interrupted()).isTrue();
            assertThat(failure).isInstanceOf(InterruptedCallException.class);
        }
    }

    @Test
    void close_ends_the_decoding_of_a_response_that_has_arrived_already() throws IOException {
        try (CloseableHttpClient client = clientOfEndlessResponse()) {
            HttpAnchorRepository anchors = repository(client, LONG);
            onceDecoding(anchors::close);

            Throwable failure = catchThrowable(anchors::snapshot);

            assertThat(failure)
                    .isInstanceOf(ConnectionFailedException.class)
                    .hasMessageContaining("the repository was closed during the call");
        }
    }

    private static void assertTimesOut(HttpAnchorRepository anchors) {
        assertThat(catchThrowable(anchors::snapshot)).isInstanceOf(TimedOutException.class);
    }

    private void onceDecoding(Runnable task) {
        new Thread(() -> {
                    try {
                        isDecoding.await();
                        task.run();
                    } catch (InterruptedException e) {
                        Thread.currentThread().interrupt();
                    }
                })
                .start();
    }

    private static HttpAnchorRepository repository(CloseableHttpClient client, Duration callTimeout) {
        return HttpAnchorRepository.builder()
                .baseUrl("http://localhost:1000")
                .httpClient(client)
                .callTimeout(callTimeout)
                .maxResponseBytes(Long.MAX_VALUE)
                .build();
    }

    /** Returns a client with a response that needs no connection, so that closing one cannot end the decoding. */
    private CloseableHttpClient clientOfEndlessResponse() {
        return HttpClients.custom()
                .addExecInterceptorFirst("response", (request, scope, chain) -> {
                    BasicClassicHttpResponse response = new BasicClassicHttpResponse(200);
                    response.setEntity(new InputStreamEntity(new EndlessBody(), ContentType.APPLICATION_JSON));
                    return response;
                })
                .build();
    }

    /** Returns an anchor between many nulls, which take no memory of the client. */
    private static String piece(long number) {
        return ChunkedAnchors.anchor("a" + number) + NULLS;
    }

    private final class EndlessBody extends InputStream {

        private byte[] bytes = START.getBytes(US_ASCII);
        private int position;
        private long pieces;

        @Override
        public int read() {
            throw new UnsupportedOperationException("read in blocks");
        }

        @Override
        public int read(byte[] buffer, int offset, int length) {
            if (position == bytes.length) {
                isDecoding.countDown();
                bytes = piece(pieces++).getBytes(US_ASCII);
                position = 0;
            }
            int read = Math.min(length, bytes.length - position);
            System.arraycopy(bytes, position, buffer, offset, read);
            position += read;
            return read;
        }
    }
}
