package dev.anchors.http;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.anchors.domain.Anchor;
import dev.anchors.domain.SeededAnchor;
import dev.anchors.inmemory.InMemoryAnchorRepository;
import dev.anchors.ports.AnchorRepository;
import dev.anchors.ports.ConnectionFailedException;
import dev.anchors.ports.Effect;
import dev.anchors.ports.InterruptedCallException;
import dev.anchors.ports.TimedOutException;
import dev.anchors.ports.Transferables;
import dev.anchors.testkit.fake.FakePiecesOs;
import dev.anchors.testkit.fake.RecordedRequest;
import dev.anchors.testkit.fake.Reply;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A base URL that is asked for when a connection has to be opened. */
@Timeout(60)
class SuppliedAddressTest {

    private final AnchorRepository store = InMemoryAnchorRepository.create();
    private final Queue<AutoCloseable> opened = new ArrayDeque<>();
    private final AtomicInteger asked = new AtomicInteger();
    private volatile FakePiecesOs service = start();

    @AfterEach
    void close() throws Exception {
        for (AutoCloseable each : opened) {
            each.close();
        }
    }

    @Test
    void nothing_is_asked_before_the_first_call() {
        AnchorRepository anchors = repository(this::address);

        assertThat(asked).hasValue(0);
        assertThat(anchors).hasToString("HttpAnchorRepository[an address to be supplied]");
    }

    @Test
    void it_is_asked_once_while_calls_find_the_connection_of_the_one_before() {
        AnchorRepository anchors = repository(this::address);

        for (Invocation invocation : Invocation.values()) {
            if (invocation != Invocation.STREAM) { // closed half-way it would close the connection
                invocation.attemptOn(anchors);
            }
        }

        assertThat(asked).hasValue(1);
        assertThat(anchors).hasToString("HttpAnchorRepository[" + service.baseUrl() + "]");
    }

    @Test
    void it_is_asked_for_each_connection_that_is_opened() {
        store.create(SeededAnchor.file("/home/rosa/1"));
        store.create(SeededAnchor.file("/home/rosa/2"));
        AnchorRepository anchors = repository(this::address);

        try (Stream<Anchor> first = anchors.stream(Transferables.OMITTED);
                Stream<Anchor> second = anchors.stream(Transferables.OMITTED)) {
            assertThat(asked).hasValue(2);
            assertThat(first).hasSize(2);
            assertThat(second).hasSize(2);
        }
        anchors.snapshot();

        assertThat(asked).hasValue(2);
    }

    @ParameterizedTest
    @EnumSource
    void the_first_call_may_be_any(Invocation invocation) {
        invocation.attemptOn(repository(this::address));

        assertThat(asked).hasValue(1);
        assertThat(service.requests()).isNotEmpty();
    }

    @Test
    void a_service_that_moved_is_found_by_the_next_read() {
        AnchorRepository anchors = repository(this::address);
        anchors.create(SeededAnchor.file("/home/rosa"));

        move();

        assertThat(anchors.snapshot()).hasSize(1);
        anchors.create(SeededAnchor.file("/home/rosa"));
        assertThat(service.requests())
                .extracting(RecordedRequest::target)
                .containsExactly("/anchors?transferables=true", "/anchors/create?transferables=true");
        assertThat(asked).hasValue(2);
        assertThat(anchors).hasToString("HttpAnchorRepository[" + service.baseUrl() + "]");
    }

    @ParameterizedTest
    @EnumSource
    void a_service_that_moved_is_found_by_any_call_that_no_idle_connection_misleads(Invocation invocation) {
        AnchorRepository anchors = repository(this::address);
        service.reply(Reply.json("{\"iterable\":[]}").withHeader("Connection", "close"));
        anchors.snapshot();

        move();
        invocation.attemptOn(anchors);

        assertThat(service.requests()).isNotEmpty();
        assertThat(asked).hasValue(2);
    }

    @Test
    void a_service_that_was_not_there_is_found_once_it_is() {
        service.close();
        AnchorRepository anchors = repository(this::address);
        assertThat(catchThrowableOfType(ConnectionFailedException.class, anchors::snapshot))
                .hasMessageContaining("there is no connection to " + service.baseUrl());

        service = start();

        assertThat(anchors.snapshot()).isEmpty();
        assertThat(asked).hasValue(2);
    }

    @Test
    void the_address_is_all_that_counts_host_port_and_path() {
        AnchorRepository anchors =
                repository(() -> URI.create("HTTP://localhost:" + service.port() + "/pieces%20os//"));

        Invocation.SNAPSHOT.attemptOn(anchors);

        RecordedRequest request = service.takeRequest(Duration.ofSeconds(30));
        assertThat(request.target()).isEqualTo("/pieces%20os/anchors?transferables=true");
        assertThat(request.header("Host")).contains("localhost:" + service.port());
    }

    @ParameterizedTest
    @EnumSource
    void what_the_supplier_throws_is_the_cause_of_a_failure_without_effect(Invocation invocation) {
        RuntimeException broken = new IllegalStateException("no idea");
        AnchorRepository anchors = repository(() -> {
            throw broken;
        });

        ConnectionFailedException failure =
                catchThrowableOfType(ConnectionFailedException.class, () -> invocation.on(anchors));

        assertThat(failure.operation()).isEqualTo(invocation.operation());
        assertThat(failure.effect()).isEqualTo(Effect.NONE);
        assertThat(failure).hasCause(broken).hasMessageContaining("the supplier of the base URL failed");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "localhost:1000", "ftp://localhost", "http://me@localhost", "http://localhost:0"})
    void what_is_no_address_of_a_service_is_the_same(String url) {
        ConnectionFailedException failure =
                catchThrowableOfType(ConnectionFailedException.class, repository(() -> URI.create(url))::snapshot);

        assertThat(failure.effect()).isEqualTo(Effect.NONE);
        assertThat(failure.getCause())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("\"" + url + "\"");
    }

    @Test
    void so_is_null() {
        ConnectionFailedException failure =
                catchThrowableOfType(ConnectionFailedException.class, repository(() -> null)::snapshot);

        assertThat(failure.effect()).isEqualTo(Effect.NONE);
        assertThat(failure).hasCauseInstanceOf(NullPointerException.class);
    }

    @Test
    void a_supplier_that_failed_is_asked_again() {
        Queue<Supplier<URI>> answers = new ArrayDeque<>(List.of(() -> URI.create("mailto:nobody"), this::address));
        AnchorRepository anchors = repository(() -> answers.remove().get());
        assertThatThrownBy(anchors::snapshot).isInstanceOf(ConnectionFailedException.class);

        assertThat(anchors.snapshot()).isEmpty();
    }

    @Test
    void the_time_of_the_supplier_counts() {
        AnchorRepository anchors = HttpAnchorRepository.builder()
                .baseUrl(this::addressAfterOneSecond)
                .callTimeout(Duration.ofMillis(50))
                .build();
        opened.add(anchors);

        TimedOutException failure = catchThrowableOfType(TimedOutException.class, () -> Invocation.CREATE.on(anchors));

        assertThat(failure.effect()).isEqualTo(Effect.NONE);
        assertThat(service.requests()).isEmpty();
    }

    @Test
    void a_supplier_that_is_interrupted_makes_an_interrupted_call() {
        AnchorRepository anchors = repository(() -> {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted");
        });

        InterruptedCallException failure =
                catchThrowableOfType(InterruptedCallException.class, () -> Invocation.CREATE.on(anchors));

        assertThat(Thread.interrupted()).isTrue();
        assertThat(failure.effect()).isEqualTo(Effect.NONE);
    }

    @Test
    void closing_while_the_supplier_is_asked_makes_the_call_fail() throws Exception {
        CompletableFuture<Void> asking = new CompletableFuture<>();
        CompletableFuture<URI> answer = new CompletableFuture<>();
        AnchorRepository anchors = repository(() -> {
            asking.complete(null);
            return answer.join();
        });
        CompletableFuture<ConnectionFailedException> failure = CompletableFuture.supplyAsync(
                () -> catchThrowableOfType(ConnectionFailedException.class, anchors::snapshot));
        asking.get(30, SECONDS);

        anchors.close();
        answer.complete(service.baseUrl());

        assertThat(failure.get(30, SECONDS)).hasMessageContaining("the repository was closed during the call");
        assertThat(service.requests()).isEmpty();
    }

    @Test
    void a_client_from_outside_has_it_asked_after_a_request_that_got_no_answer() throws IOException {
        try (CloseableHttpClient client = HttpClients.createDefault()) {
            AnchorRepository anchors = HttpAnchorRepository.builder()
                    .baseUrl(this::address)
                    .httpClient(client)
                    .build();
            opened.add(anchors);
            anchors.snapshot();
            anchors.snapshot();
            assertThat(asked).hasValue(1);

            service.reply(Reply.disconnect());
            assertThatThrownBy(() -> anchors.create(SeededAnchor.file("/home/rosa")))
                    .isInstanceOf(ConnectionFailedException.class);
            move();

            assertThat(anchors.snapshot()).isEmpty();
            assertThat(asked).hasValue(2);
        }
    }

    @Test
    void the_setter_used_last_counts() {
        HttpAnchorRepository.Builder builder = HttpAnchorRepository.builder().baseUrl(this::address);

        builder.baseUrl("http://localhost:1").build().close();
        AnchorRepository anchors = builder.baseUrl(this::address).build();
        opened.add(anchors);

        assertThat(anchors.snapshot()).isEmpty();
        assertThat(asked).hasValue(1);
    }

    @Test
    void refuses_null() {
        assertThatNullPointerException()
                .isThrownBy(() -> HttpAnchorRepository.builder().baseUrl((Supplier<URI>) null));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> HttpAnchorRepository.builder().baseUrl("mailto:nobody"));
    }

    private URI address() {
        asked.incrementAndGet();
        return service.baseUrl();
    }

    /** Takes the time that is the point of the test: many times the deadline, so that it is certainly noticed. */
    private URI addressAfterOneSecond() {
        return new CompletableFuture<URI>()
                .completeOnTimeout(service.baseUrl(), 1, SECONDS)
                .join();
    }

    private AnchorRepository repository(Supplier<URI> baseUrl) {
        AnchorRepository anchors =
                HttpAnchorRepository.builder().baseUrl(baseUrl).build();
        opened.add(anchors);
        return anchors;
    }

    /** Ends the service and starts it on another port. */
    private void move() {
        FakePiecesOs left = service;
        service = start();
        left.close();
    }

    private FakePiecesOs start() {
        FakePiecesOs started = FakePiecesOs.serving(store);
        opened.add(started);
        return started;
    }
}
