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
import dev.anchors.domain.TagId;
import dev.anchors.http.CallListener.CallEvent;
import dev.anchors.inmemory.InMemoryAnchorRepository;
import dev.anchors.ports.AnchorNotFoundException;
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

/** What a listener is notified of. */
@Timeout(60)
class CallListenerTest {

    private static final AnchorId UNKNOWN = new AnchorId("unknown");

    private final InMemoryAnchorRepository store = InMemoryAnchorRepository.create();
    private final FakePiecesOs service =
            FakePiecesOs.builder(store).routes(DisassociateRoutes.CURRENT).start();
    private final List<CallEvent> events = new CopyOnWriteArrayList<>();
    private final HttpAnchorRepository anchors = repository(events::add);

    @AfterEach
    void close() {
        anchors.close();
        service.close();
    }

    @Test
    void a_listener_is_notified_of_each_operation_that_succeeded() {
        Anchor anchor = anchors.create(SeededAnchor.file("/home/rosa"));
        service.reply(Reply.json("{\"iterable\":[]}"));
        anchors.snapshot();
        anchors.find(anchor.id());
        anchors.disassociate(anchor.id(), new AssetId("x")); // after a 404 on the other route
        anchors.links().associate(anchor.id(), new TagId("x"));
        anchors.links().disassociate(anchor.id(), new TagId("x"));
        anchors.delete(anchor.id());

        assertThat(events)
                .extracting(CallEvent::operation)
                .containsExactly(
                        Operation.CREATE,
                        Operation.SNAPSHOT,
                        Operation.FIND,
                        Operation.DISASSOCIATE,
                        Operation.ASSOCIATE,
                        Operation.DISASSOCIATE,
                        Operation.DELETE);
        assertThat(events).allSatisfy(call -> assertThat(call.failure()).isEmpty());
        assertThat(events)
                .extracting(call -> call.status().getAsInt())
                .containsExactly(200, 200, 200, 204, 204, 204, 204);
        assertThat(events.get(0).bytes()).isPositive();
        assertThat(events.get(1).bytes()).isEqualTo("{\"iterable\":[]}".length());
        assertThat(events.get(4).bytes()).isZero();
    }

    @ParameterizedTest
    @MethodSource
    void a_listener_is_notified_of_a_failure_with_its_type_and_the_status(
            Reply reply, Integer status, long bytes, Class<? extends AnchorRepositoryException> type) {
        service.reply(reply);

        Duration timeout = type == TimedOutException.class ? Duration.ofMillis(500) : Duration.ofMinutes(10);
        assertThatThrownBy(() -> anchors.withCallTimeout(timeout).snapshot()).isInstanceOf(type);

        CallEvent call = onlyEvent();
        assertThat(call.operation()).isEqualTo(Operation.SNAPSHOT);
        assertThat(call.status().stream().boxed()).containsExactlyElementsOf(status == 0 ? List.of() : List.of(status));
        assertThat(call.bytes()).isEqualTo(bytes);
        assertThat(call.failure()).hasValue(type);
    }

    static Stream<Arguments> a_listener_is_notified_of_a_failure_with_its_type_and_the_status() {
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
    void a_listener_is_notified_when_there_is_no_service() {
        service.close();

        assertThatThrownBy(anchors::snapshot).isInstanceOf(ConnectionFailedException.class);

        assertThat(onlyEvent().failure()).hasValue(ConnectionFailedException.class);
        assertThat(onlyEvent().status()).isEmpty();
    }

    @Test
    void a_listener_is_notified_of_a_call_whose_thread_is_interrupted_already() {
        Thread.currentThread().interrupt();

        assertThatThrownBy(anchors::snapshot).isInstanceOf(InterruptedCallException.class);

        assertThat(Thread.interrupted()).isTrue();
        assertThat(onlyEvent().failure()).hasValue(InterruptedCallException.class);
    }

    @Test
    void a_find_that_finds_no_anchor_is_reported_as_a_success() {
        assertThat(anchors.find(UNKNOWN)).isEmpty();

        assertThat(onlyEvent().failure()).isEmpty();
        assertThat(onlyEvent().status()).hasValue(410);
    }

    @Test
    void a_delete_of_an_unknown_anchor_is_reported_with_the_status_of_the_deletion() {
        assertThatThrownBy(() -> anchors.delete(UNKNOWN)).isInstanceOf(AnchorNotFoundException.class);

        assertThat(onlyEvent().failure()).hasValue(AnchorNotFoundException.class);
        assertThat(onlyEvent().status()).hasValue(500);
    }

    @Test
    void the_reported_duration_is_that_of_the_call() {
        service.reply(Reply.dribble("{\"iterable\":[]}"));
        long begin = System.nanoTime();

        anchors.snapshot();

        assertThat(onlyEvent().duration())
                .isBetween(Duration.ofMillis(200), Duration.ofNanos(System.nanoTime() - begin));
    }

    @Test
    void a_stream_is_reported_as_one_call_after_its_last_anchor() {
        store.create(SeededAnchor.file("/home/rosa/1"));
        store.create(SeededAnchor.file("/home/rosa/2"));

        try (Stream<Anchor> stream = anchors.stream(Transferables.INCLUDED)) {
            Iterator<Anchor> iterator = stream.iterator();
            iterator.next();
            iterator.next();
            assertThat(events).isEmpty();
            assertThat(iterator.hasNext()).isFalse();

            assertThat(onlyEvent().operation()).isEqualTo(Operation.STREAM);
        }
        assertThat(onlyEvent().failure()).isEmpty();
        assertThat(onlyEvent().status()).hasValue(200);
        anchors.snapshot();
        assertThat(onlyEvent(Operation.STREAM).bytes())
                .isEqualTo(onlyEvent(Operation.SNAPSHOT).bytes());
    }

    @Test
    void a_stream_that_is_closed_before_its_end_is_reported_as_a_success() {
        store.create(SeededAnchor.file("/home/rosa"));
        Stream<Anchor> stream = anchors.stream(Transferables.INCLUDED);
        assertThat(events).isEmpty();

        stream.close();
        stream.close();

        assertThat(onlyEvent().failure()).isEmpty();
    }

    @Test
    void a_stream_that_cannot_be_opened_is_reported_as_a_failure() {
        service.reply(Reply.text(500, "no"));

        assertThatThrownBy(() -> anchors.stream(Transferables.INCLUDED)).isInstanceOf(ServiceFailedException.class);

        assertThat(onlyEvent().failure()).hasValue(ServiceFailedException.class);
    }

    @Test
    void a_stream_that_fails_while_it_is_read_is_reported_as_a_failure() {
        String two = "{\"iterable\":[" + ChunkedAnchors.anchor("a") + "," + ChunkedAnchors.anchor("b") + "]}";
        service.reply(Reply.truncated(two, two.length() - 3));

        try (Stream<Anchor> stream = anchors.stream(Transferables.INCLUDED)) {
            assertThat(events).isEmpty();
            assertThatThrownBy(stream::count).isInstanceOf(ConnectionFailedException.class);
        }

        assertThat(onlyEvent().failure()).hasValue(ConnectionFailedException.class);
        assertThat(onlyEvent().bytes()).isEqualTo(two.length() - 3);
    }

    @Test
    void a_stream_that_another_thread_closes_while_it_is_read_is_reported_as_a_success() throws Exception {
        try (RawServer server = RawServer.start(connection -> {
                    connection.readRequest();
                    connection.send(ChunkedAnchors.BEGIN + ChunkedAnchors.first("a"));
                    connection.awaitClose(); // the rest is never sent
                });
                HttpAnchorRepository slow = HttpAnchorRepository.builder()
                        .baseUrl(server.baseUrl())
                        .listener(events::add)
                        .build()) {
            Stream<Anchor> stream = slow.stream(Transferables.INCLUDED);
            CompletableFuture<Void> reading = new CompletableFuture<>();
            CompletableFuture<Void> consumption =
                    CompletableFuture.runAsync(() -> stream.forEach(first -> reading.complete(null)));
            reading.get(30, SECONDS);

            stream.close();

            assertThat(consumption.handle((done, failure) -> failure).get(30, SECONDS))
                    .hasCauseInstanceOf(IllegalStateException.class);
            assertThat(onlyEvent().failure()).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_call_of_a_closed_repository_is_not_reported(Invocation invocation) {
        anchors.close();

        assertThatIllegalStateException().isThrownBy(() -> invocation.on(anchors));

        assertThat(events).isEmpty();
    }

    @Test
    void a_call_with_null_is_not_reported() {
        assertThatNullPointerException().isThrownBy(() -> anchors.find(null));

        assertThat(events).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void what_a_listener_throws_is_ignored(Invocation invocation) {
        try (HttpAnchorRepository anchorsWithFailingListener = repository(call -> {
            events.add(call);
            throw new AssertionError("thrown by a test");
        })) {
            service.reply(Reply.text(403, "no"));
            assertThatThrownBy(() -> invocation.on(anchorsWithFailingListener))
                    .isInstanceOf(RequestRefusedException.class);
            assertThat(anchorsWithFailingListener.snapshot()).isEmpty();

            assertThat(events).hasSize(2);
        }
    }

    @Test
    void a_listener_can_call_the_repository_over_the_connection_of_the_reported_call() {
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
                            events.add(call);
                            if (!more.isEmpty()) {
                                more.remove().on(repository.get());
                            }
                        })
                        .build()) {
            repository.set(calling);

            calling.snapshot();

            assertThat(events).hasSize(1 + Invocation.values().length);
            assertThat(server.connections()).isEqualTo(1);
        }
    }

    @Test
    void calls_with_a_timeout_of_their_own_are_reported() {
        anchors.withCallTimeout(Duration.ofMinutes(1)).snapshot();

        assertThat(onlyEvent().operation()).isEqualTo(Operation.SNAPSHOT);
    }

    @Test
    void an_event_holds_nothing_private() {
        service.reply(Reply.text(500, "cannot read /home/rosa/secret"));
        assertThatThrownBy(() -> anchors.create(SeededAnchor.file("/home/rosa/secret")))
                .isInstanceOf(ServiceFailedException.class);

        assertThat(onlyEvent().toString()).doesNotContain("rosa", "secret", "cannot", "127.0.0.1");
        assertThat(Arrays.stream(CallEvent.class.getRecordComponents()).map(component -> component.getName()))
                .containsExactly("operation", "status", "duration", "bytes", "failure");
    }

    @Test
    void a_listener_cannot_be_null() {
        assertThatNullPointerException()
                .isThrownBy(() -> HttpAnchorRepository.builder().listener(null));
    }

    private HttpAnchorRepository repository(CallListener listener) {
        return HttpAnchorRepository.builder()
                .baseUrl(service.baseUrl())
                .listener(listener)
                .build();
    }

    private CallEvent onlyEvent() {
        assertThat(events).hasSize(1);
        return events.get(0);
    }

    private CallEvent onlyEvent(Operation operation) {
        assertThat(events).filteredOn(call -> call.operation() == operation).hasSize(1);
        return events.stream()
                .filter(call -> call.operation() == operation)
                .findFirst()
                .orElseThrow();
    }
}
