package dev.anchors.http;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.anchors.domain.AnchorId;
import dev.anchors.domain.Platform;
import dev.anchors.domain.SeededAnchor;
import dev.anchors.http.CallListener.CallEvent;
import dev.anchors.inmemory.InMemoryAnchorRepository;
import dev.anchors.ports.AnchorRepositoryException;
import dev.anchors.ports.ConnectionFailedException;
import dev.anchors.ports.Effect;
import dev.anchors.ports.InterruptedCallException;
import dev.anchors.ports.MalformedResponseException;
import dev.anchors.ports.RequestRefusedException;
import dev.anchors.ports.ServiceFailedException;
import dev.anchors.ports.TimedOutException;
import dev.anchors.testkit.fake.FakePiecesOs;
import dev.anchors.testkit.fake.RecordedRequest;
import dev.anchors.testkit.fake.Reply;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** An application that registers with the service by {@code POST /connect}. */
@Timeout(60)
class ApplicationTest {

    private static final String REGISTERED =
            "{\"os\":{},\"application\":{\"name\":\"x\",\"id\":\"app-7\"},\"health\":1}";
    private static final Duration SHORT = Duration.ofMillis(300);
    private static final Duration AMPLE = Duration.ofSeconds(30);

    private final FakePiecesOs service = FakePiecesOs.serving(InMemoryAnchorRepository.create());
    private final List<CallEvent> events = new ArrayList<>();
    private final HttpAnchorRepository anchors = HttpAnchorRepository.builder()
            .baseUrl(service.baseUrl())
            .application("OPEN_SOURCE", "1.2 \"beta\"")
            .listener(events::add)
            .build();

    @AfterEach
    void close() {
        anchors.close();
        service.close();
    }

    @ParameterizedTest
    @EnumSource
    void the_first_call_registers_and_each_request_carries_the_id(Invocation invocation) {
        connectReplies(Reply.json(REGISTERED));

        invocation.attemptOn(anchors);
        invocation.attemptOn(anchors.withCallTimeout(AMPLE));

        assertThat(service.requests().get(0).method()).isEqualTo("POST");
        assertThat(targets()).startsWith("/connect").containsOnlyOnce("/connect");
        assertThat(service.requests().get(0).header("X-Application-ID")).isEmpty();
        assertThat(service.requests().stream().skip(1))
                .hasSizeGreaterThanOrEqualTo(2)
                .allSatisfy(request ->
                        assertThat(request.header("X-Application-ID")).contains("app-7"));
    }

    @Test
    void nothing_is_sent_before_the_first_call() {
        assertThat(service.requests()).isEmpty();
    }

    @Test
    void the_registration_tells_name_version_and_platform() {
        connectReplies(Reply.json(REGISTERED));

        anchors.snapshot();

        RecordedRequest connect = service.requests().get(0);
        assertThat(connect.header("Content-Type"))
                .hasValueSatisfying(type -> assertThat(type).startsWith("application/json"));
        assertThat(connect.body())
                .isEqualTo("{\"application\":{\"name\":\"OPEN_SOURCE\",\"version\":\"1.2 \\\"beta\\\"\",\"platform\":\""
                        + Application.platform(System.getProperty("os.name")) + "\"}}");
    }

    @Test
    void a_registration_alters_no_text() {
        connectReplies(Reply.json(REGISTERED));
        HttpAnchorRepository.Builder builder =
                HttpAnchorRepository.builder().baseUrl(service.baseUrl()).application("ö\n🚀\ud83d", "\ude80");

        try (HttpAnchorRepository named = builder.build()) {
            named.snapshot();
        }

        assertThat(service.requests().get(0).body())
                .startsWith("{\"application\":{\"name\":\"ö\\n🚀\\uD83D\",\"version\":\"\\uDE80\",");
    }

    @ParameterizedTest
    @ValueSource(ints = {404, 405, 501})
    void a_service_without_the_route_is_used_without_an_id_and_not_asked_again(int status) {
        connectReplies(Reply.text(status, "route not found"));

        anchors.snapshot();
        anchors.snapshot();

        assertThat(targets()).containsExactly("/connect", "/anchors?transferables=true", "/anchors?transferables=true");
        assertThat(service.requests())
                .allSatisfy(request ->
                        assertThat(request.header("X-Application-ID")).isEmpty());
    }

    @ParameterizedTest
    @CsvSource({"400, RequestRefusedException", "403, RequestRefusedException", "500, ServiceFailedException"})
    void a_failed_registration_fails_the_call_without_effect_and_the_next_call_registers_again(
            int status, String type) {
        connectReplies(Reply.text(status, "not now"), Reply.json(REGISTERED));

        AnchorRepositoryException failure = failedCreate(AnchorRepositoryException.class);

        assertThat(failure.getClass().getSimpleName()).isEqualTo(type);
        assertThat(failure).isInstanceOfAny(RequestRefusedException.class, ServiceFailedException.class);
        assertThat(failure.effect()).isEqualTo(Effect.NONE);
        assertThat(anchors.snapshot()).isEmpty();
        assertThat(targets()).containsExactly("/connect", "/connect", "/anchors?transferables=true");
    }

    @Test
    void a_lost_connection_leaves_no_doubt_about_a_change_that_was_not_sent_yet() {
        connectReplies(Reply.disconnect());

        assertThat(failedCreate(ConnectionFailedException.class).effect()).isEqualTo(Effect.NONE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"application\":null}",
                "{\"application\":{}}",
                "{\"application\":{\"id\":\" \"}}",
                "{\"application\":{\"id\":\"a\\nb\"}}",
                "{\"application\":{\"id\":\"zo\\u00eb\"}}",
                "{\"application\":{\"id\":7}}",
                "{\"application\":7}",
                "ok"
            })
    void a_response_without_a_usable_id_is_malformed(String body) {
        connectReplies(Reply.json(body));

        assertThat(failedCreate(MalformedResponseException.class).effect()).isEqualTo(Effect.NONE);
    }

    @Test
    void a_registration_counts_towards_the_deadline_of_its_call() {
        connectReplies(Reply.stall());

        TimedOutException failure =
                catchThrowableOfType(TimedOutException.class, anchors.withCallTimeout(SHORT)::snapshot);

        assertThat(failure.timeout()).isEqualTo(SHORT);
    }

    @Test
    void the_listener_is_not_notified_of_a_registration() {
        connectReplies(Reply.text(500, "not now"), Reply.json(REGISTERED));

        failedCreate(ServiceFailedException.class);
        anchors.snapshot();

        assertThat(events).hasSize(2);
        assertThat(events.get(0).status()).isEmpty();
        assertThat(events.get(0).bytes()).isZero();
        assertThat(events.get(1).status()).hasValue(200);
    }

    @Test
    void calls_that_begin_at_the_same_time_register_once() throws Exception {
        connectReplies(Reply.json(REGISTERED));
        CountDownLatch start = new CountDownLatch(1);
        List<CompletableFuture<Boolean>> calls = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            calls.add(inThread(() -> {
                start.await();
                return anchors.find(new AnchorId("a")).isEmpty();
            }));
        }

        start.countDown();

        for (CompletableFuture<Boolean> call : calls) {
            assertThat(call.get(30, SECONDS)).isTrue();
        }
        assertThat(targets()).hasSize(9).startsWith("/connect").containsOnlyOnce("/connect");
    }

    @Test
    void a_call_waits_for_the_registration_of_another_until_its_own_deadline() throws Exception {
        CompletableFuture<Throwable> registering = stalledRegistration();

        TimedOutException failure = catchThrowableOfType(
                TimedOutException.class, () -> Invocation.CREATE.on(anchors.withCallTimeout(SHORT)));

        assertThat(failure.effect()).isEqualTo(Effect.NONE);
        assertThat(failure).hasMessageContaining("another call was registering the application; allow more time");
        assertThat(targets()).containsExactly("/connect");
        anchors.close();
        assertThat(registering.get(30, SECONDS)).isInstanceOf(ConnectionFailedException.class);
    }

    @Test
    void an_interrupt_ends_the_wait_for_the_registration_of_another_call() throws Exception {
        CompletableFuture<Throwable> registering = stalledRegistration();
        CompletableFuture<Thread> waiting = new CompletableFuture<>();
        CompletableFuture<Throwable> failure = inThread(() -> {
            waiting.complete(Thread.currentThread());
            return failureOf(anchors::snapshot);
        });

        waiting.get(30, SECONDS).interrupt();

        assertThat(failure.get(30, SECONDS)).isInstanceOf(InterruptedCallException.class);
        assertThat(registering).isNotDone();
    }

    @Test
    void closing_the_repository_ends_the_registration_and_the_wait_for_it() throws Exception {
        CompletableFuture<Throwable> registering = stalledRegistration();
        CompletableFuture<Throwable> waiting = inThread(() -> failureOf(anchors::snapshot));

        anchors.close();

        assertThat(registering.get(30, SECONDS)).isInstanceOf(ConnectionFailedException.class);
        assertThat(waiting.get(30, SECONDS))
                .isInstanceOfAny(ConnectionFailedException.class, IllegalStateException.class);
    }

    @Test
    void an_application_must_not_have_an_id_of_its_own() {
        HttpAnchorRepository.Builder builder =
                HttpAnchorRepository.builder().application("a", "1").header("x-application-id", "mine");

        assertThatIllegalStateException()
                .isThrownBy(builder::build)
                .withMessageContaining("leave out the header X-Application-ID or the application");
    }

    @Test
    void an_application_has_a_name_and_a_version() {
        HttpAnchorRepository.Builder builder = HttpAnchorRepository.builder();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> builder.application(" ", "1"))
                .withMessage("the name of the application must not be blank");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> builder.application("a", ""))
                .withMessage("the version of the application must not be blank");
        assertThatNullPointerException().isThrownBy(() -> builder.application(null, "1"));
        assertThatNullPointerException().isThrownBy(() -> builder.application("a", null));
    }

    @ParameterizedTest
    @CsvSource({
        "Linux,        LINUX",
        "Windows 11,   WINDOWS",
        "Mac OS X,     MACOS",
        "Darwin,       MACOS",
        "FreeBSD,      UNKNOWN",
        "'',           UNKNOWN"
    })
    void the_platform_is_named_as_the_service_names_it(String operatingSystem, Platform platform) {
        assertThat(Application.platform(operatingSystem)).isEqualTo(platform);
    }

    private void connectReplies(Reply... replies) {
        service.when(request -> request.path().equals("/connect")).reply(replies);
    }

    private List<String> targets() {
        return service.requests().stream().map(RecordedRequest::target).toList();
    }

    private <T extends Throwable> T failedCreate(Class<T> type) {
        return catchThrowableOfType(type, () -> anchors.create(SeededAnchor.file("/home/rosa")));
    }

    /** Returns the failure, to come, of a call whose registration gets no response. */
    private CompletableFuture<Throwable> stalledRegistration() {
        connectReplies(Reply.stall());
        CompletableFuture<Throwable> failure = inThread(() -> failureOf(anchors::snapshot));
        service.takeRequest(AMPLE);
        return failure;
    }

    private static Throwable failureOf(Runnable call) {
        return catchThrowableOfType(Throwable.class, call::run);
    }

    private static <T> CompletableFuture<T> inThread(Callable<T> work) {
        CompletableFuture<T> result = new CompletableFuture<>();
        Thread thread = new Thread(() -> {
            try {
                result.complete(work.call());
            } catch (Throwable failure) {
                result.completeExceptionally(failure);
            }
        });
        thread.setDaemon(true);
        thread.start();
        return result;
    }
}
