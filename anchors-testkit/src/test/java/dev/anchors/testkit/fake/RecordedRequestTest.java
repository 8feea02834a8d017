package dev.anchors.testkit.fake;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RecordedRequestTest {

    private static final byte[] NO_BODY = {};
    private static final Duration SOON = Duration.ofSeconds(20);

    private final FakePiecesOs fake = FakePiecesOs.serving(new RepositoryStub());

    @AfterEach
    void close() {
        fake.close();
    }

    @Test
    void a_recorded_request_contains_everything_that_was_received() throws IOException {
        try (RawHttpClient client = new RawHttpClient(fake)) {
            client.exchange(String.join(
                    "\r\n",
                    "POST //odd/%2e%2E/a%2Fb/é%zz?x=%20+&Y#z HTTP/1.1",
                    "Host: localhost",
                    "Content-Type: application/json",
                    "X-Two: 1",
                    "x-two: 2",
                    "Content-Length: 8",
                    "",
                    "größE\n"));
        }

        RecordedRequest request = fake.takeRequest(SOON);

        assertThat(request.method()).isEqualTo("POST");
        assertThat(request.target()).isEqualTo("//odd/%2e%2E/a%2Fb/é%zz?x=%20+&Y#z");
        assertThat(request.path()).isEqualTo("//odd/%2e%2E/a%2Fb/é%zz");
        assertThat(request.query()).isEqualTo("x=%20+&Y#z");
        assertThat(request.header("content-TYPE")).contains("application/json");
        assertThat(request.headers().get("X-TWO")).containsExactly("1", "2");
        assertThat(request.header("X-Two")).contains("1");
        assertThat(request.header("X-Three")).isEmpty();
        assertThat(request.body()).isEqualTo("größE\n");
        assertThat(request.bodyBytes()).isEqualTo("größE\n".getBytes(UTF_8));
    }

    @Test
    void the_body_of_a_recorded_request_has_the_received_bytes() {
        byte[] bytes = {'a', (byte) 0xff, 0, (byte) 0xc3, (byte) 0xa4};

        RecordedRequest request = new RecordedRequest("POST", "/anchors/create", Map.of(), bytes);

        assertThat(request.bodyBytes()).isEqualTo(bytes);
        assertThat(request.body()).isEqualTo("a\ufffd\0ä");
        assertThat(request).hasToString("RecordedRequest[POST /anchors/create with 5 bytes]");
    }

    @ParameterizedTest
    @CsvSource({
        "/a, /a, ''",
        "/a?, /a, ''",
        "/a?b, /a, b",
        "/a?b?c, /a, b?c",
        "?, '', ''",
        "/, /, ''",
        "http://127.0.0.1:1/a?b, /a, b",
        "HTTP://localhost, /, ''",
        "http://localhost?b, /, b",
        "/a://b?c, /a://b, c"
    })
    void the_target_of_a_request_is_split_at_the_first_question_mark(String target, String path, String query) {
        RecordedRequest request = new RecordedRequest("GET", target, Map.of(), NO_BODY);

        assertThat(request.path()).isEqualTo(path);
        assertThat(request.query()).isEqualTo(query);
    }

    @ParameterizedTest
    @CsvSource({
        "GET, /.well-known/health, HEALTH",
        "HEAD, /.well-known/health, HEALTH",
        "GET, /anchors?transferables=true, SNAPSHOT",
        "GET, http://127.0.0.1:1000/anchors?transferables=true, SNAPSHOT",
        "HEAD, /anchors, SNAPSHOT",
        "HEAD, /anchor/a, FIND",
        "POST, /anchors/create, CREATE",
        "POST, /anchors/a%2Fb/delete, DELETE",
        "GET, /anchor/create, FIND",
        "POST, /anchors/a/assets/delete/b, DISASSOCIATE",
        "POST, /anchor/a/assets/disassociate/b?c, DISASSOCIATE",
        "POST, /workstream_pattern_engine/source/a/anchors/disassociate/b, DISASSOCIATE",
        "POST, /anchor/a/workstream_pattern_engine/sources/associate/b, ASSOCIATE",
        "POST, /tag/associate/anchors/associate/disassociate, ASSOCIATE"
    })
    void a_recorded_request_has_the_route_of_its_method_and_path(String method, String target, Route route) {
        assertThat(new RecordedRequest(method, target, Map.of(), NO_BODY).route())
                .contains(route);
    }

    @ParameterizedTest
    @CsvSource({
        "HEAD, /anchors/create",
        "POST, /anchors",
        "GET, /anchors/",
        "GET, /anchor",
        "GET, /anchor/a/b",
        "GET, /anchor/a/tags/associate/b",
        "POST, /anchor/a/tag/associate/b",
        "POST, /tags/a/anchors/associate/b",
        "get, /anchors",
        "OPTIONS, *"
    })
    void a_recorded_request_for_an_unknown_path_has_no_route(String method, String target) {
        assertThat(new RecordedRequest(method, target, Map.of(), NO_BODY).route())
                .isEmpty();
    }

    @Test
    void a_recorded_request_is_immutable() {
        RecordedRequest request = new RecordedRequest("GET", "/", Map.of("A", List.of("b")), new byte[] {1});

        request.bodyBytes()[0] = 2;

        assertThat(request.bodyBytes()).containsExactly(1);
        assertThatThrownBy(() -> request.headers().clear()).isInstanceOf(UnsupportedOperationException.class);
        assertThatThrownBy(() -> request.headers().get("a").clear()).isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    void requests_are_taken_once_and_oldest_first_while_the_list_keeps_all() throws IOException {
        RawHttpClient.get(fake, "/one");
        RawHttpClient.get(fake, "/two");

        assertThat(fake.takeRequest(SOON).target()).isEqualTo("/one");
        assertThat(fake.takeRequest(SOON).target()).isEqualTo("/two");
        assertThat(fake.requests()).extracting(RecordedRequest::target).containsExactly("/one", "/two");
    }

    @Test
    void taking_a_request_waits_for_its_arrival() throws Exception {
        CompletableFuture<RecordedRequest> taken = CompletableFuture.supplyAsync(() -> fake.takeRequest(SOON));

        RawHttpClient.get(fake, "/late");

        assertThat(taken.get().target()).isEqualTo("/late");
    }

    @Test
    void taking_a_request_fails_with_a_clear_message_if_none_arrives() throws IOException {
        RawHttpClient.get(fake, "/one");
        fake.takeRequest(SOON);

        assertThatThrownBy(() -> fake.takeRequest(Duration.ofMillis(1)))
                .isInstanceOf(AssertionError.class)
                .hasMessage("expected a request within 1 ms, but received none; 1 earlier requests were taken before");
    }

    @Test
    void taking_a_request_fails_in_an_interrupted_thread() {
        Thread.currentThread().interrupt();

        assertThatThrownBy(() -> fake.takeRequest(SOON))
                .isInstanceOf(AssertionError.class)
                .hasMessage("interrupted while waiting for a request");
        assertThat(Thread.interrupted()).isTrue();
    }

    @Test
    void a_fake_that_does_not_record_has_no_requests() throws IOException {
        try (FakePiecesOs silent =
                FakePiecesOs.builder(new RepositoryStub()).recording(false).start()) {
            assertThat(RawHttpClient.get(silent, "/anchors").status()).isEqualTo(200);

            assertThatThrownBy(silent::requests).isInstanceOf(IllegalStateException.class);
            assertThatThrownBy(() -> silent.takeRequest(SOON)).isInstanceOf(IllegalStateException.class);
        }
    }
}
