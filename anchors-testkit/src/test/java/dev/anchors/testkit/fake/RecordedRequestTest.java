package dev.anchors.testkit.fake;

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

    private static final Duration SOON = Duration.ofSeconds(20);

    private final FakePiecesOs fake = FakePiecesOs.serving(new RepositoryStub());

    @AfterEach
    void close() {
        fake.close();
    }

    @Test
    void has_everything_as_it_was_on_the_wire() throws IOException {
        try (WireClient client = new WireClient(fake)) {
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
    }

    @ParameterizedTest
    @CsvSource({"/a, /a, ''", "/a?, /a, ''", "/a?b, /a, b", "/a?b?c, /a, b?c", "?, '', ''", "/, /, ''"})
    void takes_its_target_apart_at_the_first_question_mark(String target, String path, String query) {
        RecordedRequest request = new RecordedRequest("GET", target, Map.of(), "");

        assertThat(request.path()).isEqualTo(path);
        assertThat(request.query()).isEqualTo(query);
    }

    @ParameterizedTest
    @CsvSource({
        "GET, /.well-known/health, HEALTH",
        "GET, /anchors?transferables=true, SNAPSHOT",
        "POST, /anchors/create, CREATE",
        "POST, /anchors/a%2Fb/delete, DELETE",
        "GET, /anchor/create, FIND",
        "POST, /anchors/a/assets/delete/b, DISASSOCIATE_DOCUMENTED",
        "POST, /anchor/a/assets/disassociate/b?c, DISASSOCIATE_CURRENT"
    })
    void knows_its_route(String method, String target, Route route) {
        assertThat(new RecordedRequest(method, target, Map.of(), "").route()).contains(route);
    }

    @ParameterizedTest
    @CsvSource({"POST, /anchors", "GET, /anchors/", "GET, /anchor", "GET, /anchor/a/b", "get, /anchors", "OPTIONS, *"})
    void has_no_route_where_the_service_has_none(String method, String target) {
        assertThat(new RecordedRequest(method, target, Map.of(), "").route()).isEmpty();
    }

    @Test
    void cannot_be_changed() {
        RecordedRequest request = new RecordedRequest("GET", "/", Map.of("A", List.of("b")), "");

        assertThatThrownBy(() -> request.headers().clear()).isInstanceOf(UnsupportedOperationException.class);
        assertThatThrownBy(() -> request.headers().get("a").clear()).isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    void is_taken_oldest_first_and_once_while_the_list_keeps_all() throws IOException {
        WireClient.get(fake, "/one");
        WireClient.get(fake, "/two");

        assertThat(fake.takeRequest(SOON).target()).isEqualTo("/one");
        assertThat(fake.takeRequest(SOON).target()).isEqualTo("/two");
        assertThat(fake.requests()).extracting(RecordedRequest::target).containsExactly("/one", "/two");
    }

    @Test
    void is_waited_for() throws Exception {
        CompletableFuture<RecordedRequest> taken = CompletableFuture.supplyAsync(() -> fake.takeRequest(SOON));

        WireClient.get(fake, "/late");

        assertThat(taken.get().target()).isEqualTo("/late");
    }

    @Test
    void is_missed_with_a_clear_message() throws IOException {
        WireClient.get(fake, "/one");
        fake.takeRequest(SOON);

        assertThatThrownBy(() -> fake.takeRequest(Duration.ofMillis(1)))
                .isInstanceOf(AssertionError.class)
                .hasMessage("expected a request within 1 ms, but none came; 1 came and were taken before");
    }

    @Test
    void is_no_longer_waited_for_by_an_interrupted_thread() {
        Thread.currentThread().interrupt();

        assertThatThrownBy(() -> fake.takeRequest(SOON))
                .isInstanceOf(AssertionError.class)
                .hasMessage("interrupted while waiting for a request");
        assertThat(Thread.interrupted()).isTrue();
    }

    @Test
    void is_not_kept_by_a_fake_that_does_not_record() throws IOException {
        try (FakePiecesOs silent =
                FakePiecesOs.builder(new RepositoryStub()).recording(false).start()) {
            assertThat(WireClient.get(silent, "/anchors").status()).isEqualTo(200);

            assertThatThrownBy(silent::requests).isInstanceOf(IllegalStateException.class);
            assertThatThrownBy(() -> silent.takeRequest(SOON)).isInstanceOf(IllegalStateException.class);
        }
    }
}
