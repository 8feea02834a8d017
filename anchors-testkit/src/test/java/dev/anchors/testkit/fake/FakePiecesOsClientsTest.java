package dev.anchors.testkit.fake;

import static org.assertj.core.api.Assertions.assertThat;

import dev.anchors.domain.Anchor;
import dev.anchors.domain.AnchorId;
import dev.anchors.domain.AnchorType;
import dev.anchors.domain.GroupedTimestamp;
import dev.anchors.domain.SeededAnchor;
import dev.anchors.testkit.fake.WireClient.Answer;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The habits of clients in other languages, and what they may send. */
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
    void reads_transferables_in_any_letter_case_and_absent_as_true(String query, boolean included) throws IOException {
        repository.create(SeededAnchor.file("/a"));

        Answer answer = WireClient.get(fake, "/anchors" + query);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json().at("/iterable/0/points/iterable/0").has("reference"))
                .isEqualTo(included);
    }

    @ParameterizedTest
    @CsvSource({"?transferables=, ''", "?transferables, ''", "?transferables=1, 1", "?transferables=yes%20sir, yes sir"
    })
    void refuses_another_word_for_transferables_and_stores_nothing(String query, String word) throws IOException {
        Answer answer = WireClient.post(fake, "/anchors/create" + query, SEED);

        assertThat(answer.status()).isEqualTo(500);
        assertThat(answer.body()).isEqualTo("transferables must be true or false, but is \"" + word + "\"");
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
    void takes_an_id_as_one_segment_whatever_is_in_it(String segment, String id) throws IOException {
        repository.put(Anchor.builder(new AnchorId(id), AnchorType.FILE)
                .created(GroupedTimestamp.of(RepositoryStub.NOW))
                .build());

        assertThat(WireClient.get(fake, "/anchor/" + segment).json().get("id").stringValue())
                .isEqualTo(id);
        assertThat(WireClient.post(fake, "/anchor/" + segment + "/assets/disassociate/" + segment, "")
                        .status())
                .isEqualTo(204);
        assertThat(WireClient.post(fake, "/anchors/" + segment + "/assets/delete/" + segment, "")
                        .status())
                .isEqualTo(204);
        assertThat(WireClient.post(fake, "/anchors/" + segment + "/delete", "").status())
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
        "/anchors/a%00/delete, 'anchor id must not hold a NUL character, but was \"a\\0\"'",
        "/anchor/a/assets/disassociate/%20, 'asset id must not be blank, but was \" \"'"
    })
    void refuses_an_id_that_cannot_be_one(String target, String text) throws IOException {
        Answer answer = WireClient.post(fake, target, "");

        assertThat(answer.status()).isEqualTo(500);
        assertThat(answer.type()).isEqualTo("text/plain; charset=utf-8");
        assertThat(answer.body()).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "null", "{}", "not json at all", "{\"type\":"})
    void ignores_the_body_of_a_post_that_takes_none(String body) throws IOException {
        repository.create(SeededAnchor.file("/a"));

        assertThat(WireClient.post(fake, "/anchors/anchor-1/assets/delete/b", body)
                        .status())
                .isEqualTo(204);
        assertThat(WireClient.post(fake, "/anchor/anchor-1/assets/disassociate/b", body)
                        .status())
                .isEqualTo(204);
        assertThat(WireClient.post(fake, "/anchors/anchor-1/delete", body).status())
                .isEqualTo(204);
    }

    @Test
    void needs_no_length_of_a_post_without_a_body() throws IOException {
        repository.create(SeededAnchor.file("/a"));
        try (WireClient client = new WireClient(fake)) {
            assertThat(client.exchange("POST /anchors/anchor-1/delete HTTP/1.1\r\nHost: localhost\r\n\r\n")
                            .status())
                    .isEqualTo(204);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"Accept: */*", "Accept: application/json, text/plain", "Accept: image/png", "Content-Type: x/y"})
    void does_not_mind_any_accept_or_a_content_type_on_a_get(String header) throws IOException {
        try (WireClient client = new WireClient(fake)) {
            Answer answer = client.exchange("GET /anchors HTTP/1.1\r\nHost: localhost\r\n" + header + "\r\n\r\n");

            assertThat(answer.status()).isEqualTo(200);
            assertThat(answer.type()).isEqualTo("application/json");
        }
    }

    @Test
    void keeps_a_connection_alive_through_answers_and_failures() throws IOException {
        try (WireClient client = new WireClient(fake)) {
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
    void closes_the_connection_when_the_client_asks_for_it() throws IOException {
        try (WireClient client = new WireClient(fake)) {
            client.exchange("GET /anchors HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");

            assertThat(client.read()).isEqualTo(-1);
        }
    }

    @Test
    void speaks_to_a_client_of_http_1_0() throws IOException {
        try (WireClient client = new WireClient(fake)) {
            Answer answer = client.exchange("GET /anchors HTTP/1.0\r\n\r\n");

            assertThat(answer.status()).isEqualTo(200);
            assertThat(answer.json().get("iterable")).isEmpty();
            assertThat(client.read()).isEqualTo(-1);
        }
    }

    @Test
    void tells_a_client_that_waits_to_continue() throws IOException {
        try (WireClient client = new WireClient(fake)) {
            client.send("POST /anchors/create HTTP/1.1\r\nHost: localhost\r\nExpect: 100-continue\r\nContent-Length: "
                    + SEED.length() + "\r\n\r\n");
            assertThat(client.receive().status()).isEqualTo(100);

            assertThat(client.exchange(SEED).status()).isEqualTo(200);
        }
    }

    @Test
    void reads_a_body_in_chunks() throws IOException {
        try (WireClient client = new WireClient(fake)) {
            Answer answer = client.exchange(
                    "POST /anchors/create HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\n\r\n5\r\n"
                            + SEED.substring(0, 5) + "\r\n" + Integer.toHexString(SEED.length() - 5) + "\r\n"
                            + SEED.substring(5) + "\r\n0\r\n\r\n");

            assertThat(answer.status()).isEqualTo(200);
        }
        assertThat(repository.snapshot()).hasSize(1);
    }

    @Test
    void serves_many_clients_at_once() throws Exception {
        int clients = 32;
        ExecutorService threads = Executors.newFixedThreadPool(clients);
        try {
            List<Future<Answer>> answers = new ArrayList<>();
            for (int i = 0; i < clients; i++) {
                answers.add(threads.submit(() -> WireClient.post(fake, "/anchors/create", SEED)));
            }
            for (Future<Answer> answer : answers) {
                assertThat(answer.get().status()).isEqualTo(200);
            }
        } finally {
            threads.shutdownNow();
        }
        assertThat(repository.snapshot()).hasSize(clients);
        assertThat(fake.requests()).hasSize(clients);
        assertThat(fake.takeRequest(Duration.ZERO)).isEqualTo(fake.requests().get(0));
    }
}
