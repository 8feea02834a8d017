package dev.anchors.http;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

import dev.anchors.http.internal.calls.Troubleshooting;
import dev.anchors.inmemory.InMemoryAnchorRepository;
import dev.anchors.ports.AnchorRepository;
import dev.anchors.ports.ConnectionFailedException;
import dev.anchors.ports.Effect;
import dev.anchors.ports.InterruptedCallException;
import dev.anchors.testkit.fake.FakePiecesOs;
import dev.anchors.testkit.fake.RecordedRequest;
import dev.anchors.testkit.fake.Reply;
import java.io.InterruptedIOException;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.time.Duration;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A locator that searches ports which the tests have chosen. Searches that end by their timeout wait at the same time. */
@Timeout(60)
@Execution(ExecutionMode.CONCURRENT)
class ServiceLocatorTest {

    private static final Duration AMPLE = Duration.ofSeconds(30);

    /** The timeout of searches that it ends: generous, so that the other ports respond before on a busy machine. */
    private static final Duration SHORT = Duration.ofSeconds(5);

    private final UnusedPort unused = UnusedPort.reserve();
    private final UnusedPort another = UnusedPort.reserve();

    @AfterEach
    void close() {
        unused.close();
        another.close();
    }

    @Test
    void a_locator_finds_the_healthy_port() {
        try (FakePiecesOs service = fake()) {
            ServiceLocator locator = new ServiceLocator(AMPLE, unused.number(), service.port(), another.number());

            assertThat(locator.get()).isEqualTo(service.baseUrl());
            assertThat(service.requests())
                    .extracting(RecordedRequest::method, RecordedRequest::target)
                    .containsExactly(tuple("GET", "/.well-known/health"));
        }
    }

    @Test
    void a_locator_prefers_the_ports_that_are_listed_first() {
        try (FakePiecesOs one = fake();
                FakePiecesOs two = fake();
                FakePiecesOs three = fake()) {
            for (int i = 0; i < 10; i++) { // whichever responds first
                assertThat(new ServiceLocator(AMPLE, one.port(), two.port(), three.port()).get())
                        .isEqualTo(one.baseUrl());
                assertThat(new ServiceLocator(AMPLE, three.port(), two.port(), one.port()).get())
                        .isEqualTo(three.baseUrl());
            }
        }
    }

    @Test
    void a_locator_ignores_ports_without_a_healthy_service() {
        try (FakePiecesOs failing = fake();
                FakePiecesOs leaving = fake();
                RawServer garbage = RawServer.sending("220 mail.example.org ESMTP\r\n");
                FakePiecesOs healthy = fake()) {
            failing.reply(Reply.text(503, "starting"));
            leaving.reply(Reply.disconnect());

            ServiceLocator locator = new ServiceLocator(
                    AMPLE, failing.port(), leaving.port(), garbage.baseUrl().getPort(), healthy.port());

            assertThat(locator.get()).isEqualTo(healthy.baseUrl());
        }
    }

    @Test
    void a_locator_waits_for_an_earlier_port_no_longer_than_its_timeout() {
        try (FakePiecesOs silent = fake();
                FakePiecesOs healthy = fake()) {
            silent.reply(Reply.stall());

            assertThat(new ServiceLocator(SHORT, silent.port(), healthy.port()).get())
                    .isEqualTo(healthy.baseUrl());
        }
    }

    @Test
    void a_locator_does_not_wait_for_ports_behind_a_healthy_one() {
        try (FakePiecesOs healthy = fake();
                FakePiecesOs silent = fake()) {
            silent.reply(Reply.stall());

            ServiceLocator locator = new ServiceLocator(Duration.ofDays(1), healthy.port(), silent.port());

            assertThat(locator.get()).isEqualTo(healthy.baseUrl());
        }
    }

    @Test
    void a_locator_reads_a_response_that_comes_in_pieces() {
        try (RawServer slow = RawServer.start(connection -> {
            connection.readRequest();
            connection.send("HTTP/1.");
            connection.send("0 20");
            connection.send("0 Fine\r\n\r\no");
            connection.send("k:");
            connection.send("an-installation");
        })) {
            assertThat(new ServiceLocator(AMPLE, slow.baseUrl().getPort()).get())
                    .isEqualTo(slow.baseUrl());
        }
    }

    @Test
    void a_locator_that_finds_no_service_says_in_one_line_what_it_tried() {
        try (FakePiecesOs silent = fake();
                FakePiecesOs failing = fake()) {
            silent.reply(Reply.stall());
            failing.reply(Reply.text(404, "route not found"));

            UncheckedIOException failure = catchThrowableOfType(
                    UncheckedIOException.class,
                    new ServiceLocator(SHORT, unused.number(), silent.port(), failing.port(), another.number())::get);

            assertThat(failure)
                    .hasMessage(
                            "no service found on 127.0.0.1 by GET /.well-known/health within 5000 ms: no connection at "
                                    + unused.number() + ", " + another.number() + "; no response at " + silent.port()
                                    + "; a response that is not from PiecesOS at " + failing.port()
                                    + "; " + Troubleshooting.PORTS)
                    .hasCauseInstanceOf(ConnectException.class);
        }
    }

    @Test
    void an_interrupt_ends_the_search_of_a_locator_and_the_flag_stays_set() {
        try (FakePiecesOs silent = fake()) {
            silent.reply(Reply.stall());
            Thread looking = Thread.currentThread();
            Thread impatient = new Thread(() -> {
                silent.takeRequest(AMPLE);
                looking.interrupt();
            });
            impatient.start();

            UncheckedIOException failure = catchThrowableOfType(
                    UncheckedIOException.class, new ServiceLocator(Duration.ofDays(1), silent.port())::get);

            assertThat(Thread.interrupted()).isTrue();
            assertThat(failure).hasCauseInstanceOf(InterruptedIOException.class);
        }
    }

    @Test
    void a_locator_starts_no_thread() throws Exception {
        try (FakePiecesOs service = fake()) {
            OwnThreads threads = new OwnThreads();
            ServiceLocator locator = new ServiceLocator(AMPLE, unused.number(), service.port());

            Set<Thread> started = threads.call(() -> {
                locator.get();
                return threads.started();
            });

            assertThat(started).isEmpty();
        }
    }

    @Test
    void a_locator_supplies_the_base_url_of_a_repository() {
        try (FakePiecesOs service = fake();
                AnchorRepository anchors = HttpAnchorRepository.builder()
                        .baseUrl(new ServiceLocator(AMPLE, service.port()))
                        .build()) {
            assertThat(anchors.snapshot()).isEmpty();
            assertThat(anchors.snapshot()).isEmpty();

            assertThat(service.requests())
                    .extracting(RecordedRequest::target)
                    .containsExactly(
                            "/.well-known/health", "/anchors?transferables=true", "/anchors?transferables=true");
        }
    }

    @Test
    void a_call_fails_without_effect_when_the_locator_finds_no_service() {
        try (AnchorRepository anchors = HttpAnchorRepository.builder()
                .baseUrl(new ServiceLocator(AMPLE, unused.number()))
                .build()) {
            ConnectionFailedException failure =
                    catchThrowableOfType(ConnectionFailedException.class, anchors::snapshot);

            assertThat(failure.effect()).isEqualTo(Effect.NONE);
            assertThat(failure)
                    .hasMessageStartingWith(
                            "snapshot: the supplier of the base URL failed: no service found on 127.0.0.1")
                    .hasMessageContaining("no connection at " + unused.number());
            assertThat(failure.getCause()).hasMessageContaining("no connection at ");
        }
    }

    @Test
    void an_interrupt_ends_a_call_whose_locator_is_searching() {
        try (FakePiecesOs silent = fake();
                AnchorRepository anchors = HttpAnchorRepository.builder()
                        .baseUrl(new ServiceLocator(Duration.ofDays(1), silent.port()))
                        .build()) {
            silent.reply(Reply.stall());
            Thread calling = Thread.currentThread();
            new Thread(() -> {
                        silent.takeRequest(AMPLE);
                        calling.interrupt();
                    })
                    .start();

            assertThat(catchThrowableOfType(InterruptedCallException.class, anchors::snapshot))
                    .isNotNull();
            assertThat(Thread.interrupted()).isTrue();
        }
    }

    @Test
    void a_locator_searches_the_ports_of_newer_services_first_by_default() {
        assertThat(new ServiceLocator())
                .hasToString("ServiceLocator["
                        + IntStream.rangeClosed(39_300, 39_333)
                                .mapToObj(Integer::toString)
                                .collect(joining(", "))
                        + ", 1000, 5323]");
    }

    @Test
    void other_ports_are_asked_by_another_locator() {
        ServiceLocator locator = new ServiceLocator();

        assertThat(locator.withPorts(8_080, 1)).hasToString("ServiceLocator[8080, 1]");
        assertThat(locator).asString().startsWith("ServiceLocator[39300, ");
    }

    @Test
    void a_search_has_another_limit_with_another_locator() {
        try (FakePiecesOs silent = fake()) {
            silent.reply(Reply.stall());

            ServiceLocator hasty = new ServiceLocator(AMPLE, silent.port()).withTimeout(Duration.ofMillis(50));

            assertThat(catchThrowableOfType(UncheckedIOException.class, hasty::get))
                    .hasMessageContaining("within 50 ms");
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, -1, 65_536})
    void a_port_that_is_none_is_refused(int port) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ServiceLocator().withPorts(1_000, port))
                .withMessage("a port is a number from 1 to 65535, but was " + port);
    }

    @Test
    void a_locator_without_ports_is_refused() {
        assertThatIllegalArgumentException().isThrownBy(() -> new ServiceLocator().withPorts());
    }

    @ParameterizedTest
    @ValueSource(strings = {"PT0S", "PT-1S"})
    void a_time_that_is_not_positive_is_refused(Duration time) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ServiceLocator().withTimeout(time))
                .withMessage("the timeout of a search must be positive, but was " + time);
    }

    @Test
    void all_services_are_found_in_the_order_of_their_ports() {
        try (FakePiecesOs one = fake();
                FakePiecesOs other = fake();
                RawServer stranger = RawServer.sending(TestResponses.response(200, "", "hello"))) {
            ServiceLocator locator =
                    new ServiceLocator(AMPLE, other.port(), stranger.baseUrl().getPort(), unused.number(), one.port());

            assertThat(locator.all()).containsExactly(other.baseUrl(), one.baseUrl());
            assertThat(locator.withPorts(unused.number()).all()).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"ok", "ok:", "ok: ", "okay", "OK:id", "{\"status\":\"ok\"}", "<html>ok:id</html>", ""})
    void a_server_that_is_healthy_but_not_the_service_is_passed_over(String health) {
        try (RawServer other = RawServer.sending(TestResponses.response(200, "", health));
                FakePiecesOs service = fake()) {
            assertThat(new ServiceLocator(AMPLE, other.port(), service.port()).get())
                    .isEqualTo(service.baseUrl());
        }
    }

    @Test
    void a_service_that_keeps_the_connection_open_is_recognised_by_the_length_of_its_response() {
        try (RawServer service = RawServer.start(connection -> {
            connection.readRequest();
            connection.send(TestResponses.response(200, "", "ok:an-installation"));
            connection.awaitClose();
        })) {
            assertThat(new ServiceLocator(AMPLE, service.port()).get()).isEqualTo(service.baseUrl());
        }
    }

    @Test
    void a_server_whose_response_is_longer_than_that_of_the_service_is_passed_over() {
        String health = "ok:" + "x".repeat(100_000);
        try (RawServer endless = RawServer.start(connection -> {
                    connection.readRequest();
                    connection.send("HTTP/1.1 200 OK\r\n\r\nok:");
                    while (true) {
                        connection.send("x".repeat(1_000));
                    }
                });
                RawServer withoutLength = RawServer.sending("HTTP/1.1 200 OK\r\n\r\n" + health);
                RawServer withLength = RawServer.sending(TestResponses.response(200, "", health));
                FakePiecesOs service = fake()) {
            ServiceLocator locator =
                    new ServiceLocator(AMPLE, endless.port(), withoutLength.port(), withLength.port(), service.port());

            assertThat(locator.get()).isEqualTo(service.baseUrl());
        }
    }

    @Test
    void the_version_is_what_the_service_found_states() {
        try (RawServer service = serviceOfVersion(TestResponses.response(200, "", "12.3.9\n"))) {
            assertThat(new ServiceLocator(AMPLE, unused.number(), service.port()).version())
                    .contains("12.3.9");
            assertThat(service.requests())
                    .containsExactly("GET /.well-known/health HTTP/1.0", "GET /.well-known/version HTTP/1.0");
        }
    }

    @Test
    void a_version_is_not_cut() {
        try (RawServer service = serviceOfVersion("HTTP/1.1 200 OK\r\n\r\n" + "1".repeat(100_000))) {
            assertThat(new ServiceLocator(AMPLE, service.port()).version()).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"HTTP/1.1 404 Not Found\r\n\r\nno", "HTTP/1.1 200 OK\r\n\r\n", ""})
    void a_service_that_states_no_version_has_none(String response) {
        try (RawServer service = serviceOfVersion(response)) {
            assertThat(new ServiceLocator(AMPLE, service.port()).version()).isEmpty();
        }
    }

    @Test
    void there_is_no_version_without_a_service() {
        assertThat(catchThrowableOfType(
                        UncheckedIOException.class, new ServiceLocator(AMPLE, unused.number())::version))
                .hasMessageContaining("no service found");
    }

    private static RawServer serviceOfVersion(String response) {
        return RawServer.start(connection -> {
            boolean isHealth = connection.readRequest().line().contains("health");
            connection.send(isHealth ? TestResponses.response(200, "", "ok:an-installation") : response);
        });
    }

    private static FakePiecesOs fake() {
        return FakePiecesOs.serving(InMemoryAnchorRepository.create());
    }
}
