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

/** A base URL whose supplier is asked when a connection has to be opened. */
@Timeout(60)
class SuppliedAddressTest {

    private final InMemoryAnchorRepository store = InMemoryAnchorRepository.create();
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
    void the_supplier_is_not_asked_before_the_first_call() {
        HttpAnchorRepository anchors = repository(this::address);

        assertThat(asked).hasValue(0);
        assertThat(anchors).hasToString("HttpAnchorRepository[an address to be supplied]");
    }

    @Test
    void the_supplier_is_asked_once_while_calls_reuse_a_connection() {
        HttpAnchorRepository anchors = repository(this::address);

        for (Invocation invocation : Invocation.values()) {
            if (invocation != Invocation.STREAM) { // a stream that is not read to its end closes its connection
                invocation.attemptOn(anchors);
            }
        }

        assertThat(asked).hasValue(1);
        assertThat(anchors).hasToString("HttpAnchorRepository[" + service.baseUrl() + "]");
    }

    @Test
    void the_supplier_is_asked_for_each_connection_that_is_opened() {
        store.create(SeededAnchor.file("/home/rosa/1"));
        store.create(SeededAnchor.file("/home/rosa/2"));
        HttpAnchorRepository anchors = repository(this::address);

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
    void the_supplier_is_asked_by_the_first_call_whichever_it_is(Invocation invocation) {
        invocation.attemptOn(repository(this::address));

        assertThat(asked).hasValue(1);
        assertThat(targetsOf(service)).isEqualTo(targetsWithoutSupplier(invocation));
    }

    @ParameterizedTest
    @EnumSource
    void a_service_that_has_moved_is_found_by_the_next_call(Invocation invocation) {
        HttpAnchorRepository anchors = repository(this::address);
        anchors.snapshot();

        move();
        invocation.attemptOn(anchors);

        assertThat(targetsOf(service)).isEqualTo(targetsWithoutSupplier(invocation));
        assertThat(asked).hasValue(2);
        assertThat(anchors).hasToString("HttpAnchorRepository[" + service.baseUrl() + "]");
    }

    @ParameterizedTest
    @EnumSource
    void a_service_that_has_moved_is_found_when_no_connection_was_kept(Invocation invocation) {
        HttpAnchorRepository anchors = repository(this::address);
        service.reply(Reply.json("{\"iterable\":[]}").withHeader("Connection", "close"));
        anchors.snapshot();

        move();
        invocation.attemptOn(anchors);

        assertThat(targetsOf(service)).isEqualTo(targetsWithoutSupplier(invocation));
        assertThat(asked).hasValue(2);
    }

    @Test
    void a_service_is_found_as_soon_as_it_has_started() {
        service.close();
        HttpAnchorRepository anchors = repository(this::address);
        assertThat(catchThrowableOfType(ConnectionFailedException.class, anchors::snapshot))
                .hasMessageContaining("there is no connection to " + service.baseUrl());

        service = start();

        assertThat(anchors.snapshot()).isEmpty();
        assertThat(asked).hasValue(2);
    }

    @Test
    void host_port_and_path_of_the_supplied_base_url_are_used() {
        HttpAnchorRepository anchors =
                repository(() -> URI.create("HTTP://localhost:" + service.port() + "/pieces%20os//"));

        Invocation.SNAPSHOT.attemptOn(anchors);

        RecordedRequest request = service.takeRequest(Duration.ofSeconds(30));
        assertThat(request.target()).isEqualTo("/pieces%20os/anchors?transferables=true");
        assertThat(request.header("Host")).contains("localhost:" + service.port());
    }

    @ParameterizedTest
    @EnumSource
    void an_exception_of_the_supplier_is_the_cause_of_a_failure_without_effect(Invocation invocation) {
        RuntimeException broken = new IllegalStateException("no idea");
        HttpAnchorRepository anchors = repository(() -> {
            throw broken;
        });

        ConnectionFailedException failure =
                catchThrowableOfType(ConnectionFailedException.class, () -> invocation.on(anchors));

        assertThat(failure.operation()).isEqualTo(invocation.operation());
        assertThat(failure.effect()).isEqualTo(Effect.NONE);
        assertThat(failure).hasCause(broken).hasMessageContaining("the supplier of the base URL failed");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "localhost:1000", "ftp://localhost", "http://localhost?a=b", "http://localhost:0"})
    void a_supplied_base_url_that_cannot_belong_to_a_service_is_a_failure_without_effect(String url) {
        ConnectionFailedException failure =
                catchThrowableOfType(ConnectionFailedException.class, repository(() -> URI.create(url))::snapshot);

        assertThat(failure.effect()).isEqualTo(Effect.NONE);
        assertThat(failure.getCause())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("\"" + url + "\"");
    }

    @Test
    void a_supplied_null_is_a_failure_without_effect() {
        ConnectionFailedException failure =
                catchThrowableOfType(ConnectionFailedException.class, repository(() -> null)::snapshot);

        assertThat(failure.effect()).isEqualTo(Effect.NONE);
        assertThat(failure).hasCauseInstanceOf(NullPointerException.class);
    }

    @Test
    void a_supplier_that_has_failed_is_asked_again_by_the_next_call() {
        Queue<Supplier<URI>> suppliers = new ArrayDeque<>(List.of(() -> URI.create("mailto:nobody"), this::address));
        HttpAnchorRepository anchors = repository(() -> suppliers.remove().get());
        assertThatThrownBy(anchors::snapshot).isInstanceOf(ConnectionFailedException.class);

        assertThat(anchors.snapshot()).isEmpty();
    }

    @Test
    void the_time_that_the_supplier_takes_counts() {
        HttpAnchorRepository anchors = HttpAnchorRepository.builder()
                .baseUrl(this::addressAfterOneSecond)
                .callTimeout(Duration.ofMillis(50))
                .build();
        opened.add(anchors);

        TimedOutException failure = catchThrowableOfType(TimedOutException.class, () -> Invocation.CREATE.on(anchors));

        assertThat(failure.effect()).isEqualTo(Effect.NONE);
        assertThat(service.requests()).isEmpty();
    }

    @Test
    void an_interrupt_within_the_supplier_makes_an_interrupted_call() {
        HttpAnchorRepository anchors = repository(() -> {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted");
        });

        InterruptedCallException failure =
                catchThrowableOfType(InterruptedCallException.class, () -> Invocation.CREATE.on(anchors));

        assertThat(Thread.interrupted()).isTrue();
        assertThat(failure.effect()).isEqualTo(Effect.NONE);
    }

    @Test
    void closing_the_repository_within_the_supplier_makes_the_call_fail() throws Exception {
        CompletableFuture<Void> asking = new CompletableFuture<>();
        CompletableFuture<URI> baseUrl = new CompletableFuture<>();
        HttpAnchorRepository anchors = repository(() -> {
            asking.complete(null);
            return baseUrl.join();
        });
        CompletableFuture<ConnectionFailedException> failure = CompletableFuture.supplyAsync(
                () -> catchThrowableOfType(ConnectionFailedException.class, anchors::snapshot));
        asking.get(30, SECONDS);

        anchors.close();
        baseUrl.complete(service.baseUrl());

        assertThat(failure.get(30, SECONDS)).hasMessageContaining("the repository was closed during the call");
        assertThat(service.requests()).isEmpty();
    }

    @Test
    void with_a_client_from_outside_the_supplier_is_asked_again_after_a_request_without_response() throws IOException {
        try (CloseableHttpClient client = HttpClients.createDefault()) {
            HttpAnchorRepository anchors = HttpAnchorRepository.builder()
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
    void the_base_url_that_is_set_last_counts() {
        HttpAnchorRepository.Builder builder = HttpAnchorRepository.builder().baseUrl(this::address);

        builder.baseUrl("http://localhost:1").build().close();
        HttpAnchorRepository anchors = builder.baseUrl(this::address).build();
        opened.add(anchors);

        assertThat(anchors.snapshot()).isEmpty();
        assertThat(asked).hasValue(1);
    }

    @Test
    void a_null_supplier_and_an_impossible_base_url_are_refused() {
        assertThatNullPointerException()
                .isThrownBy(() -> HttpAnchorRepository.builder().baseUrl((Supplier<URI>) null));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> HttpAnchorRepository.builder().baseUrl("mailto:nobody"));
    }

    /** Returns the targets of the requests that the call sends to a base URL that is given. */
    private static List<String> targetsWithoutSupplier(Invocation invocation) {
        try (FakePiecesOs direct = FakePiecesOs.serving(InMemoryAnchorRepository.create());
                HttpAnchorRepository anchors =
                        HttpAnchorRepository.builder().baseUrl(direct.baseUrl()).build()) {
            invocation.attemptOn(anchors);
            assertThat(direct.requests()).isNotEmpty();
            return targetsOf(direct);
        }
    }

    private static List<String> targetsOf(FakePiecesOs service) {
        return service.requests().stream().map(RecordedRequest::target).toList();
    }

    private URI address() {
        asked.incrementAndGet();
        return service.baseUrl();
    }

    /** Takes real time, which is the subject: many times the deadline. */
    private URI addressAfterOneSecond() {
        return new CompletableFuture<URI>()
                .completeOnTimeout(service.baseUrl(), 1, SECONDS)
                .join();
    }

    private HttpAnchorRepository repository(Supplier<URI> baseUrl) {
        HttpAnchorRepository anchors =
                HttpAnchorRepository.builder().baseUrl(baseUrl).build();
        opened.add(anchors);
        return anchors;
    }

    /** Stops the service and starts it at another port. */
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
