package dev.anchors.http;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.anchors.domain.Anchor;
import dev.anchors.domain.AnchorId;
import dev.anchors.domain.AssetId;
import dev.anchors.domain.SeededAnchor;
import dev.anchors.http.CallListener.CallEvent;
import dev.anchors.inmemory.InMemoryAnchorRepository;
import dev.anchors.ports.AnchorNotFoundException;
import dev.anchors.ports.AnchorRepository;
import dev.anchors.ports.AnchorRepositoryException;
import dev.anchors.ports.ConnectionFailedException;
import dev.anchors.ports.InterruptedCallException;
import dev.anchors.ports.MalformedResponseException;
import dev.anchors.ports.Operation;
import dev.anchors.ports.RequestRefusedException;
import dev.anchors.ports.ServiceFailedException;
import dev.anchors.ports.TimedOutException;
import dev.anchors.ports.Transferables;
import dev.anchors.testkit.fake.DisassociateRoutes;
import dev.anchors.testkit.fake.FakePiecesOs;
import dev.anchors.testkit.fake.Reply;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What a listener hears of calls. */
@Timeout(60)
class CallListenerTest {

    private static final AnchorId NOBODY = new AnchorId("nobody");

    private final AnchorRepository store = InMemoryAnchorRepository.create();
    private final FakePiecesOs service =
            FakePiecesOs.builder(store).routes(DisassociateRoutes.CURRENT).start();
    private final List<CallEvent> heard = new CopyOnWriteArrayList<>();
    private final HttpAnchorRepository anchors = repository(heard::add);

    @AfterEach
    void close() {
        anchors.close();
        service.close();
    }

    @Test
    void hears_of_each_operation_that_succeeded() {
        Anchor anchor = anchors.create(SeededAnchor.file("/home/rosa"));
        service.reply(Reply.json("{\"iterable\":[]}"));
        anchors.snapshot();
        anchors.find(anchor.id());
        anchors.disassociate(anchor.id(), new AssetId("x")); // after a 404 on the other route
        anchors.delete(anchor.id());

        assertThat(heard)
                .extracting(CallEvent::operation)
                .containsExactly(
                        Operation.CREATE, Operation.SNAPSHOT, Operation.FIND, Operation.DISASSOCIATE, Operation.DELETE);
        assertThat(heard).allSatisfy(call -> assertThat(call.failure()).isEmpty());
        assertThat(heard).extracting(call -> call.status().getAsInt()).containsExactly(200, 200, 200, 204, 204);
        assertThat(heard.get(0).bytes()).isPositive();
        assertThat(heard.get(1).bytes()).isEqualTo("{\"iterable\":[]}".length());
        assertThat(heard.get(4).bytes()).isZero();
    }

    @ParameterizedTest
    @MethodSource
    void hears_of_a_failure(Reply reply, Integer status, long bytes, Class<? extends AnchorRepositoryException> type) {
        service.reply(reply);

        assertThatThrownBy(() -> anchors.withCallTimeout(Duration.ofSeconds(1)).snapshot())
                .isInstanceOf(type);

        CallEvent call = onlyCall();
        assertThat(call.operation()).isEqualTo(Operation.SNAPSHOT);
        assertThat(call.status().stream().boxed()).containsExactlyElementsOf(status == 0 ? List.of() : List.of(status));
        assertThat(call.bytes()).isEqualTo(bytes);
        assertThat(call.failure()).hasValue(type);
    }

    static Stream<Arguments> hears_of_a_failure() {
        return Stream.of(
                Arguments.of(Reply.text(403, "no"), 403, 2, RequestRefusedException.class),
                Arguments.of(Reply.text(500, "disk full"), 500, 9, ServiceFailedException.class),
                Arguments.of(Reply.json("{]"), 200, 2, MalformedResponseException.class),
                Arguments.of(Reply.empty(204), 204, 0, MalformedResponseException.class),
                Arguments.of(Reply.truncated("{\"iterable\":[]}", 7), 200, 7, ConnectionFailedException.class),
                Arguments.of(Reply.disconnect(), 0, 0, ConnectionFailedException.class),
                Arguments.of(Reply.stall(), 0, 0, TimedOutException.class));
    }

    @Test
    void hears_that_nobody_listens() {
        service.close();

        assertThatThrownBy(anchors::snapshot).isInstanceOf(ConnectionFailedException.class);

        assertThat(onlyCall().failure()).hasValue(ConnectionFailedException.class);
        assertThat(onlyCall().status()).isEmpty();
    }

    @Test
    void hears_of_a_thread_that_is_interrupted_already() {
        Thread.currentThread().interrupt();

        assertThatThrownBy(anchors::snapshot).isInstanceOf(InterruptedCallException.class);

        assertThat(Thread.interrupted()).isTrue();
        assertThat(onlyCall().failure()).hasValue(InterruptedCallException.class);
    }

    @Test
    void an_anchor_that_is_not_found_is_a_success_of_find() {
        assertThat(anchors.find(NOBODY)).isEmpty();

        assertThat(onlyCall().failure()).isEmpty();
        assertThat(onlyCall().status()).hasValue(410);
    }

    @Test
    void an_anchor_that_is_not_there_to_be_deleted_is_told_with_the_status_of_the_deletion() {
        assertThatThrownBy(() -> anchors.delete(NOBODY)).isInstanceOf(AnchorNotFoundException.class);

        assertThat(onlyCall().failure()).hasValue(AnchorNotFoundException.class);
        assertThat(onlyCall().status()).hasValue(500);
    }

    @Test
    void the_duration_is_that_of_the_call() {
        service.reply(Reply.dribble("{\"iterable\":[]}"));
        long begin = System.nanoTime();

        anchors.snapshot();

        assertThat(onlyCall().duration())
                .isBetween(Duration.ofMillis(200), Duration.ofNanos(System.nanoTime() - begin));
    }

    @Test
    void a_stream_is_one_call_that_ends_with_its_last_anchor() {
        store.create(SeededAnchor.file("/home/rosa/1"));
        store.create(SeededAnchor.file("/home/rosa/2"));

        try (Stream<Anchor> stream = anchors.stream(Transferables.INCLUDED)) {
            Iterator<Anchor> walk = stream.iterator();
            walk.next();
            walk.next();
            assertThat(heard).isEmpty();
            assertThat(walk.hasNext()).isFalse();

            assertThat(onlyCall().operation()).isEqualTo(Operation.STREAM);
        }
        assertThat(onlyCall().failure()).isEmpty();
        assertThat(onlyCall().status()).hasValue(200);
        anchors.snapshot();
        assertThat(onlyCall(Operation.STREAM).bytes())
                .isEqualTo(onlyCall(Operation.SNAPSHOT).bytes());
    }

    @Test
    void a_stream_that_is_closed_half_way_succeeded() {
        store.create(SeededAnchor.file("/home/rosa"));
        Stream<Anchor> stream = anchors.stream(Transferables.INCLUDED);
        assertThat(heard).isEmpty();

        stream.close();
        stream.close();

        assertThat(onlyCall().failure()).isEmpty();
    }

    @Test
    void a_stream_may_fail_at_once() {
        service.reply(Reply.text(500, "no"));

        assertThatThrownBy(() -> anchors.stream(Transferables.INCLUDED)).isInstanceOf(ServiceFailedException.class);

        assertThat(onlyCall().failure()).hasValue(ServiceFailedException.class);
    }

    @Test
    void a_stream_may_fail_later() {
        String two = "{\"iterable\":[" + ChunkedAnchors.anchor("a") + "," + ChunkedAnchors.anchor("b") + "]}";
        service.reply(Reply.truncated(two, two.length() - 3));

        try (Stream<Anchor> stream = anchors.stream(Transferables.INCLUDED)) {
            assertThat(heard).isEmpty();
            assertThatThrownBy(stream::count).isInstanceOf(ConnectionFailedException.class);
        }

        assertThat(onlyCall().failure()).hasValue(ConnectionFailedException.class);
        assertThat(onlyCall().bytes()).isEqualTo(two.length() - 3);
    }

    @Test
    void a_stream_that_another_thread_closes_while_it_is_read_succeeded() throws Exception {
        try (RawServer server = RawServer.start(connection -> {
                    connection.readRequest();
                    connection.send(ChunkedAnchors.BEGIN + ChunkedAnchors.first("a"));
                    connection.awaitClose(); // it never says the rest
                });
                HttpAnchorRepository slow = HttpAnchorRepository.builder()
                        .baseUrl(server.baseUrl())
                        .listener(heard::add)
                        .build()) {
            Stream<Anchor> stream = slow.stream(Transferables.INCLUDED);
            CompletableFuture<Void> reading = new CompletableFuture<>();
            CompletableFuture<Void> walk =
                    CompletableFuture.runAsync(() -> stream.forEach(first -> reading.complete(null)));
            reading.get(30, SECONDS);

            stream.close();

            assertThat(walk.handle((done, failure) -> failure).get(30, SECONDS))
                    .hasCauseInstanceOf(IllegalStateException.class);
            assertThat(onlyCall().failure()).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_call_of_a_closed_repository_is_none(Invocation invocation) {
        anchors.close();

        assertThatIllegalStateException().isThrownBy(() -> invocation.on(anchors));

        assertThat(heard).isEmpty();
    }

    @Test
    void a_call_with_null_is_none() {
        assertThatNullPointerException().isThrownBy(() -> anchors.find(null));

        assertThat(heard).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void what_a_listener_throws_changes_nothing(Invocation invocation) {
        try (HttpAnchorRepository deaf = repository(call -> {
            heard.add(call);
            throw new AssertionError("not listening");
        })) {
            service.reply(Reply.text(403, "no"));
            assertThatThrownBy(() -> invocation.on(deaf)).isInstanceOf(RequestRefusedException.class);
            assertThat(deaf.snapshot()).isEmpty();

            assertThat(heard).hasSize(2);
        }
    }

    @Test
    void a_listener_may_call_the_repository_which_has_its_connection_back() {
        Deque<Invocation> more = new ArrayDeque<>(List.of(Invocation.values()));
        AtomicReference<HttpAnchorRepository> repository = new AtomicReference<>();
        try (RawServer server = RawServer.start(connection -> {
                    while (true) {
                        connection.send(TestResponses.to(connection.readRequest()));
                    }
                });
                HttpAnchorRepository calling = HttpAnchorRepository.builder()
                        .baseUrl(server.baseUrl())
                        .listener(call -> {
                            heard.add(call);
                            if (!more.isEmpty()) {
                                more.remove().on(repository.get());
                            }
                        })
                        .build()) {
            repository.set(calling);

            calling.snapshot();

            assertThat(heard).hasSize(1 + Invocation.values().length);
            assertThat(server.connections()).isEqualTo(1);
        }
    }

    @Test
    void hears_of_calls_with_a_timeout_of_their_own() {
        anchors.withCallTimeout(Duration.ofMinutes(1)).snapshot();

        assertThat(onlyCall().operation()).isEqualTo(Operation.SNAPSHOT);
    }

    @Test
    void hears_nothing_private() {
        service.reply(Reply.text(500, "cannot read /home/rosa/secret"));
        assertThatThrownBy(() -> anchors.create(SeededAnchor.file("/home/rosa/secret")))
                .isInstanceOf(ServiceFailedException.class);

        assertThat(onlyCall().toString()).doesNotContain("rosa", "secret", "cannot", "127.0.0.1");
        assertThat(Arrays.stream(CallEvent.class.getRecordComponents()).map(component -> component.getName()))
                .containsExactly("operation", "status", "duration", "bytes", "failure");
    }

    @Test
    void cannot_be_null() {
        assertThatNullPointerException()
                .isThrownBy(() -> HttpAnchorRepository.builder().listener(null));
    }

    private HttpAnchorRepository repository(CallListener listener) {
        return HttpAnchorRepository.builder()
                .baseUrl(service.baseUrl())
                .listener(listener)
                .build();
    }

    private CallEvent onlyCall() {
        assertThat(heard).hasSize(1);
        return heard.get(0);
    }

    private CallEvent onlyCall(Operation operation) {
        assertThat(heard).filteredOn(call -> call.operation() == operation).hasSize(1);
        return heard.stream()
                .filter(call -> call.operation() == operation)
                .findFirst()
                .orElseThrow();
    }
}
