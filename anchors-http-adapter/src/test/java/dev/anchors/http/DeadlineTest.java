package dev.anchors.http;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.anchors.domain.AnchorId;
import dev.anchors.domain.SeededAnchor;
import dev.anchors.inmemory.InMemoryAnchorRepository;
import dev.anchors.ports.AnchorRepositoryException;
import dev.anchors.ports.Effect;
import dev.anchors.ports.InterruptedCallException;
import dev.anchors.ports.ServiceFailedException;
import dev.anchors.ports.TimedOutException;
import dev.anchors.testkit.fake.FakePiecesOs;
import dev.anchors.testkit.fake.Reply;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManager;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Calls that only their deadline or an interrupt ends. They wait at the same time. */
@Timeout(60)
@Execution(ExecutionMode.CONCURRENT)
class DeadlineTest {

    /** The deadline of calls that it ends wherever they are. */
    private static final Duration SHORT = Duration.ofMillis(500);

    /** The deadline of calls that get a response first: generous, so that the response is read before on a busy machine. */
    private static final Duration AMPLE = Duration.ofSeconds(5);

    private static final Duration LONG = Duration.ofMinutes(10);

    private final FakePiecesOs service = FakePiecesOs.serving(InMemoryAnchorRepository.create());

    @AfterEach
    void close() {
        service.close();
    }

    @Test
    void a_call_that_took_too_long_fails_with_its_timeout() {
        try (HttpAnchorRepository anchors = repository(SHORT)) {
            service.reply(Reply.stall());

            assertThat(catchThrowableOfType(TimedOutException.class, anchors::snapshot)
                            .timeout())
                    .isEqualTo(SHORT);
        }
    }

    @Test
    void a_text_that_stalls_does_not_hide_the_status_of_a_failure() {
        try (RawServer server = RawServer.start(connection -> {
                    connection.readRequest();
                    connection.send("HTTP/1.1 500 Failed\r\nContent-Length: 100\r\n\r\nout of ord");
                    connection.awaitClose();
                });
                HttpAnchorRepository anchors = HttpAnchorRepository.builder()
                        .baseUrl(server.baseUrl())
                        .callTimeout(AMPLE)
                        .build()) {
            ServiceFailedException failure =
                    catchThrowableOfType(ServiceFailedException.class, () -> anchors.delete(new AnchorId("a")));

            assertThat(failure.text()).isEqualTo("out of ord");
            assertThat(failure.getSuppressed()).hasExactlyElementsOfTypes(TimedOutException.class);
        }
    }

    @Test
    void the_look_up_after_a_failed_removal_has_the_rest_of_the_time() {
        try (HttpAnchorRepository anchors = repository(AMPLE)) {
            service.reply(Reply.text(500, "disk full"), Reply.stall());

            ServiceFailedException failure =
                    catchThrowableOfType(ServiceFailedException.class, () -> anchors.delete(new AnchorId("a")));

            assertThat(failure.text()).isEqualTo("disk full");
            assertThat(failure.getSuppressed()).hasExactlyElementsOfTypes(TimedOutException.class);
        }
    }

    @ParameterizedTest
    @EnumSource
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "Windows refuses a connection at once when the queue is full")
    void the_time_of_connecting_counts(Invocation invocation) throws IOException {
        try (ServerSocket full = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                SocketChannel first = joinQueueOf(full);
                SocketChannel second = joinQueueOf(full);
                SocketChannel third = joinQueueOf(full);
                HttpAnchorRepository anchors = HttpAnchorRepository.builder()
                        .baseUrl("http://127.0.0.1:" + full.getLocalPort())
                        .callTimeout(SHORT)
                        .build()) {
            assertThat(List.of(first.finishConnect(), second.finishConnect(), third.finishConnect()))
                    .as("whether the queue took the connection")
                    .contains(false);

            TimedOutException failure = catchThrowableOfType(TimedOutException.class, () -> invocation.on(anchors));

            assertThat(failure.effect()).isEqualTo(Effect.NONE);
        }
    }

    @Test
    void the_time_of_waiting_for_a_connection_counts() throws Exception {
        try (PoolingHttpClientConnectionManager pool = PoolingHttpClientConnectionManagerBuilder.create()
                        .setMaxConnTotal(1)
                        .setMaxConnPerRoute(1)
                        .build();
                CloseableHttpClient client = HttpClients.createMinimal(pool);
                HttpAnchorRepository patient = repository(LONG, client);
                HttpAnchorRepository hasty = repository(SHORT, client)) {
            service.reply(Reply.stall());
            Caller holding = new Caller(patient::snapshot);
            service.takeRequest(Duration.ofSeconds(30));

            TimedOutException failure =
                    catchThrowableOfType(TimedOutException.class, () -> hasty.create(SeededAnchor.file("/home/rosa")));
            holding.thread.interrupt();

            assertThat(failure.effect()).isEqualTo(Effect.NONE);
            assertThat(holding.failure()).isInstanceOf(InterruptedCallException.class);
            assertThat(pool.getTotalStats().getLeased()).isZero();
            assertThat(pool.getTotalStats().getPending()).isZero();
        }
    }

    @Test
    void an_interrupt_ends_the_wait_for_one_of_the_64_connections() throws Exception {
        try (HttpAnchorRepository anchors = repository(LONG)) {
            List<Caller> holding = new ArrayList<>();
            for (int i = 0; i < 64; i++) {
                service.reply(Reply.stall());
                holding.add(new Caller(anchors::snapshot));
                service.takeRequest(Duration.ofSeconds(30));
            }
            Caller waiting = new Caller(() -> Invocation.CREATE.on(anchors));

            waiting.thread.interrupt();

            assertThat(waiting.failure()).isInstanceOf(InterruptedCallException.class);
            assertThat(waiting.failure().effect()).isEqualTo(Effect.NONE);
            assertThat(service.requests()).hasSize(64);

            holding.get(0).thread.interrupt();
            assertThat(holding.get(0).failure()).isInstanceOf(InterruptedCallException.class);
            assertThat(anchors.snapshot()).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource
    void an_interrupt_ends_a_blocked_call_and_the_flag_stays_set(Invocation invocation) throws Exception {
        try (HttpAnchorRepository anchors = repository(LONG)) {
            service.reply(Reply.stall());
            Caller caller = new Caller(() -> invocation.on(anchors));
            service.takeRequest(Duration.ofSeconds(30));

            caller.thread.interrupt();

            AnchorRepositoryException failure = caller.failure();
            assertThat(failure).isInstanceOf(InterruptedCallException.class);
            assertThat(failure.operation()).isEqualTo(invocation.operation());
            assertThat(failure.effect()).isEqualTo(invocation.effectOnceSent());
            assertThat(caller.interruptedAfterwards).isTrue();
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_thread_that_is_interrupted_already_sends_nothing(Invocation invocation) {
        try (HttpAnchorRepository anchors = repository(LONG)) {
            Thread.currentThread().interrupt();

            InterruptedCallException failure =
                    catchThrowableOfType(InterruptedCallException.class, () -> invocation.on(anchors));

            assertThat(Thread.interrupted()).isTrue();
            assertThat(failure.effect()).isEqualTo(Effect.NONE);
            assertThat(service.requests()).isEmpty();
        }
    }

    /** Joins the queue of connections that wait to be accepted, as far as there is room. */
    private static SocketChannel joinQueueOf(ServerSocket listener) throws IOException {
        SocketChannel channel = SocketChannel.open();
        channel.configureBlocking(false);
        channel.connect(listener.getLocalSocketAddress());
        return channel;
    }

    private HttpAnchorRepository repository(Duration callTimeout) {
        return HttpAnchorRepository.builder()
                .baseUrl(service.baseUrl())
                .callTimeout(callTimeout)
                .build();
    }

    private HttpAnchorRepository repository(Duration callTimeout, CloseableHttpClient client) {
        return HttpAnchorRepository.builder()
                .baseUrl(service.baseUrl())
                .callTimeout(callTimeout)
                .httpClient(client)
                .build();
    }

    /** A failing call on a thread of its own. */
    private static final class Caller {

        private final CompletableFuture<AnchorRepositoryException> failure = new CompletableFuture<>();
        private final Thread thread;
        private volatile boolean interruptedAfterwards;

        Caller(Runnable call) {
            thread = new Thread(() -> {
                AnchorRepositoryException caught = catchThrowableOfType(AnchorRepositoryException.class, call::run);
                interruptedAfterwards = Thread.currentThread().isInterrupted();
                failure.complete(caught);
            });
            thread.setDaemon(true);
            thread.start();
        }

        AnchorRepositoryException failure() throws Exception {
            return failure.get(30, SECONDS);
        }
    }
}
