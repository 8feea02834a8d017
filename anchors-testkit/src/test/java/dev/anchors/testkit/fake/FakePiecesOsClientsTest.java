package dev.anchors.testkit.fake;

import static org.assertj.core.api.Assertions.assertThat;

import dev.anchors.domain.Anchor;
import dev.anchors.domain.AnchorId;
import dev.anchors.domain.AnchorType;
import dev.anchors.domain.GroupedTimestamp;
import dev.anchors.domain.SeededAnchor;
import dev.anchors.testkit.fake.RawHttpClient.Response;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Requests as clients in other languages send them. */
class FakePiecesOsClientsTest {

    private static final String SEED = "{\"type\":\"FILE\",\"fullpath\":\"/a\"}";

    private final RepositoryStub repository = new RepositoryStub();
    private final FakePiecesOs fake = FakePiecesOs.serving(repository);

    @AfterEach
    void close() {
        fake.close();
    }

    @ParameterizedTest
    @CsvSource({
        "'', true",
        "?, true",
        "?transferables=true, true",
        "?transferables=True, true",
        "?transferables=TRUE, true",
        "?transferables=%74rue, true",
        "?other=1&transferables=False, false",
        "?transferables=FALSE&other, false",
        "?transferables=false, false"
    })
    void the_transferables_parameter_is_not_case_sensitive_and_defaults_to_true(String query, boolean included)
            throws IOException {
        repository.create(SeededAnchor.file("/a"));

        Response response = RawHttpClient.get(fake, "/anchors" + query);

        assertThat(response.status()).isEqualTo(200);
        assertThat(response.json().at("/iterable/0/points/iterable/0").has("reference"))
                .isEqualTo(included);
    }

    @ParameterizedTest
    @CsvSource({"?transferables=, ''", "?transferables, ''", "?transferables=1, 1", "?transferables=yes%20sir, yes sir"
    })
    void an_invalid_transferables_parameter_is_rejected_and_stores_nothing(String query, String value)
            throws IOException {
        Response response = RawHttpClient.post(fake, "/anchors/create" + query, SEED);

        assertThat(response.status()).isEqualTo(500);
        assertThat(response.body()).isEqualTo("transferables must be true or false, but is \"" + value + "\"");
        assertThat(repository.snapshot()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "plain, plain",
        "a%2Fb, a/b",
        "a%2fb, a/b",
        "%2E, .",
        "%2e%2E, ..",
        "a%20b, a b",
        "a+b, a+b",
        "a%2Bb, a+b",
        "a%25b, a%b",
        "a%3Fb%23c, a?b#c",
        "a;b=c&d:@!$, a;b=c&d:@!$",
        "%E8%A8%AD%E8%A8%88%20%F0%9F%9A%80, 設計 🚀",
        "設計🚀, 設計🚀",
        "a%0D%0Ab, 'a\r\nb'",
        "a%5Cb%22%7C, 'a\\b\"|'"
    })
    void an_id_is_one_path_segment_whatever_characters_it_contains(String segment, String id) throws IOException {
        repository.put(Anchor.builder(new AnchorId(id), AnchorType.FILE)
                .created(GroupedTimestamp.of(RepositoryStub.NOW))
                .build());

        assertThat(RawHttpClient.get(fake, "/anchor/" + segment)
                        .json()
                        .get("id")
                        .stringValue())
                .isEqualTo(id);
        assertThat(RawHttpClient.post(fake, "/anchor/" + segment + "/assets/disassociate/" + segment, "")
                        .status())
                .isEqualTo(204);
        assertThat(RawHttpClient.post(fake, "/anchors/" + segment + "/assets/delete/" + segment, "")
                        .status())
                .isEqualTo(204);
        assertThat(RawHttpClient.post(fake, "/anchors/" + segment + "/delete", "")
                        .status())
                .isEqualTo(204);
        assertThat(repository.snapshot()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "/anchors/a%/delete, 'malformed percent-encoding: \"a%\"'",
        "/anchors/a%2/delete, 'malformed percent-encoding: \"a%2\"'",
        "/anchors/%zz/delete, 'malformed percent-encoding: \"%zz\"'",
        "/anchors/%+1/delete, 'malformed percent-encoding: \"%+1\"'",
        "/anchors/%ff/delete, 'not UTF-8 when decoded: \"%ff\"'",
        "/anchors//delete, 'anchor id must not be blank, but was \"\"'",
        "/anchors/%20/delete, 'anchor id must not be blank, but was \" \"'",
        "/anchors/a%00/delete, 'anchor id must not contain a NUL character, but was \"a\\0\"'",
        "/anchor/a/assets/disassociate/%20, 'asset id must not be blank, but was \" \"'"
    })
    void an_invalid_id_in_a_path_is_rejected(String target, String text) throws IOException {
        Response response = RawHttpClient.post(fake, target, "");

        assertThat(response.status()).isEqualTo(500);
        assertThat(response.type()).isEqualTo("text/plain; charset=utf-8");
        assertThat(response.body()).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "null", "{}", "not json at all", "{\"type\":"})
    void the_body_of_a_post_request_without_a_documented_body_is_ignored(String body) throws IOException {
        repository.create(SeededAnchor.file("/a"));

        assertThat(RawHttpClient.post(fake, "/anchors/anchor-1/assets/delete/b", body)
                        .status())
                .isEqualTo(204);
        assertThat(RawHttpClient.post(fake, "/anchor/anchor-1/assets/disassociate/b", body)
                        .status())
                .isEqualTo(204);
        assertThat(RawHttpClient.post(fake, "/anchors/anchor-1/delete", body).status())
                .isEqualTo(204);
    }

    @Test
    void a_post_request_without_a_body_needs_no_content_length() throws IOException {
        repository.create(SeededAnchor.file("/a"));
        try (RawHttpClient client = new RawHttpClient(fake)) {
            assertThat(client.exchange("POST /anchors/anchor-1/delete HTTP/1.1\r\nHost: localhost\r\n\r\n")
                            .status())
                    .isEqualTo(204);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"Accept: */*", "Accept: application/json, text/plain", "Accept: image/png", "Content-Type: x/y"})
    void accept_and_content_type_headers_of_a_get_request_are_ignored(String header) throws IOException {
        try (RawHttpClient client = new RawHttpClient(fake)) {
            Response response = client.exchange("GET /anchors HTTP/1.1\r\nHost: localhost\r\n" + header + "\r\n\r\n");

            assertThat(response.status()).isEqualTo(200);
            assertThat(response.type()).isEqualTo("application/json");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "/.well-known/health, 200",
        "/anchors, 200",
        "/anchors?transferables=false, 200",
        "/anchor/anchor-1, 200",
        "/anchor/nobody, 410",
        "/anchors?transferables=1, 500",
        "/nowhere, 404",
        "/anchors/create, 405"
    })
    void a_head_request_receives_the_headers_of_the_get_request(String target, int status) throws IOException {
        repository.create(SeededAnchor.file("/a"));
        Response get = RawHttpClient.get(fake, target);

        try (RawHttpClient client = new RawHttpClient(fake)) {
            client.send("HEAD " + target + " HTTP/1.1\r\nHost: localhost\r\n\r\n");
            Response head = client.receiveHead();
            Response next = client.exchange("GET " + target + " HTTP/1.1\r\nHost: localhost\r\n\r\n");

            assertThat(head.status()).isEqualTo(status);
            assertThat(withoutDate(head)).isEqualTo(withoutDate(get));
            assertThat(next.body()).isEqualTo(get.body());
        }
    }

    private static Map<String, String> withoutDate(Response response) {
        Map<String, String> headers = new HashMap<>(response.headers());
        headers.remove("date");
        return headers;
    }

    @Test
    void a_request_with_an_absolute_url_as_target_is_served() throws IOException {
        repository.create(SeededAnchor.file("/a"));

        assertThat(RawHttpClient.get(fake, fake.baseUrl() + "/anchors").json().get("iterable"))
                .hasSize(1);
        assertThat(RawHttpClient.get(fake, fake.baseUrl() + "/anchors?transferables=maybe")
                        .status())
                .isEqualTo(500);
        assertThat(RawHttpClient.post(fake, fake.baseUrl() + "/anchors/anchor-1/delete", "")
                        .status())
                .isEqualTo(204);
        assertThat(repository.snapshot()).isEmpty();
        assertThat(fake.requests().get(0).target()).isEqualTo(fake.baseUrl() + "/anchors");
        assertThat(fake.requests().get(0).path()).isEqualTo("/anchors");
    }

    @Test
    void a_connection_stays_open_after_responses_and_failures() throws IOException {
        try (RawHttpClient client = new RawHttpClient(fake)) {
            List<Integer> statuses = new ArrayList<>();
            for (String target :
                    List.of("/anchors", "/nowhere", "/anchor/nobody", "/anchors?transferables=x", "/anchors")) {
                statuses.add(client.exchange("GET " + target + " HTTP/1.1\r\nHost: localhost\r\n\r\n")
                        .status());
            }
            statuses.add(
                    client.exchange("POST /anchors/create HTTP/1.1\r\nHost: localhost\r\nContent-Length: 2\r\n\r\n[]")
                            .status());
            statuses.add(client.exchange("POST /anchors/a/delete HTTP/1.1\r\nHost: localhost\r\n\r\n")
                    .status());

            assertThat(statuses).containsExactly(200, 404, 410, 500, 200, 500, 500);
        }
    }

    @Test
    void the_connection_is_closed_if_the_client_asks_for_it() throws IOException {
        try (RawHttpClient client = new RawHttpClient(fake)) {
            client.exchange("GET /anchors HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");

            assertThat(client.read()).isEqualTo(-1);
        }
    }

    @Test
    void a_client_that_uses_http_1_0_is_served() throws IOException {
        try (RawHttpClient client = new RawHttpClient(fake)) {
            Response response = client.exchange("GET /anchors HTTP/1.0\r\n\r\n");

            assertThat(response.status()).isEqualTo(200);
            assertThat(response.json().get("iterable")).isEmpty();
            assertThat(client.read()).isEqualTo(-1);
        }
    }

    @Test
    void a_client_that_expects_100_continue_receives_it() throws IOException {
        try (RawHttpClient client = new RawHttpClient(fake)) {
            client.send("POST /anchors/create HTTP/1.1\r\nHost: localhost\r\nExpect: 100-continue\r\nContent-Length: "
                    + SEED.length() + "\r\n\r\n");
            assertThat(client.receive().status()).isEqualTo(100);

            assertThat(client.exchange(SEED).status()).isEqualTo(200);
        }
    }

    @Test
    void a_chunked_request_body_is_read() throws IOException {
        try (RawHttpClient client = new RawHttpClient(fake)) {
            Response response = client.exchange(
                    "POST /anchors/create HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\n\r\n5\r\n"
                            + SEED.substring(0, 5) + "\r\n" + Integer.toHexString(SEED.length() - 5) + "\r\n"
                            + SEED.substring(5) + "\r\n0\r\n\r\n");

            assertThat(response.status()).isEqualTo(200);
        }
        assertThat(repository.snapshot()).hasSize(1);
    }

    @Test
    void many_clients_are_served_concurrently() throws Exception {
        int clients = 32;
        CountDownLatch allWaiting = new CountDownLatch(1);
        fake.on(Route.CREATE).times(clients).reply(Reply.fromRepository().beforeResponse(Fault.stallUntil(allWaiting)));
        ExecutorService threads = Executors.newFixedThreadPool(clients);
        try {
            List<Future<Response>> responses = new ArrayList<>();
            for (int i = 0; i < clients; i++) {
                responses.add(threads.submit(() -> RawHttpClient.post(fake, "/anchors/create", SEED)));
            }
            for (int i = 0; i < clients; i++) {
                fake.takeRequest(Duration.ofSeconds(20));
            }
            allWaiting.countDown();
            for (Future<Response> response : responses) {
                assertThat(response.get().status()).isEqualTo(200);
            }
        } finally {
            threads.shutdownNow();
        }
        assertThat(repository.snapshot()).hasSize(clients);
        assertThat(fake.requests()).hasSize(clients);
    }
}
