package dev.anchors.testkit.fake;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.anchors.domain.Anchors;
import dev.anchors.testkit.RandomAnchors;
import dev.anchors.testkit.Samples;
import dev.anchors.testkit.fake.RawHttpClient.Response;
import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReplyTest {

    private static final String REQUEST = "GET /anchors HTTP/1.1\r\nHost: localhost\r\n\r\n";
    private static final Duration SOON = Duration.ofSeconds(20);

    private final FakePiecesOs fake = FakePiecesOs.serving(new RepositoryStub());

    @AfterEach
    void close() {
        fake.close();
    }

    @Test
    void replies_are_given_in_order_before_responses_from_the_repository() throws IOException {
        fake.reply(Reply.text(503, "later"), Reply.json("{}"));
        fake.reply(Reply.empty(204));

        assertThat(RawHttpClient.post(fake, "/anchors/create", "{}").status()).isEqualTo(503);
        assertThat(RawHttpClient.get(fake, "/nowhere").body()).isEqualTo("{}");
        assertThat(RawHttpClient.get(fake, "/anchors").status()).isEqualTo(204);
        assertThat(RawHttpClient.get(fake, "/anchors").json().get("iterable")).isEmpty();
    }

    @Test
    void a_reply_has_its_status_type_and_body() throws IOException {
        Response response = responseTo(Reply.of(418, "text/x-tea; pot=1", "größe 🚀"));

        assertThat(response.status()).isEqualTo(418);
        assertThat(response.type()).isEqualTo("text/x-tea; pot=1");
        assertThat(response.body()).isEqualTo("größe 🚀");
    }

    @Test
    void a_reply_sends_an_unchanged_copy_of_its_bytes() throws IOException {
        byte[] body = {'a', (byte) 0xff, 0, 'b'};
        Reply reply = Reply.of(200, "application/octet-stream", body);
        body[0] = 'x';
        fake.reply(reply);

        try (RawHttpClient client = new RawHttpClient(fake)) {
            client.send(REQUEST.replace("\r\n\r\n", "\r\nConnection: close\r\n\r\n"));
            byte[] sent = client.readBytesToEnd();
            assertThat(new String(sent, ISO_8859_1)).endsWith("\r\n\r\na\u00ff\0b");
        }
    }

    @Test
    void json_and_text_replies_have_the_content_types_of_the_service() throws IOException {
        Response json = responseTo(Reply.json("[1]"));
        Response text = responseTo(Reply.text(500, "failed"));

        assertThat(json.status()).isEqualTo(200);
        assertThat(json.type()).isEqualTo("application/json");
        assertThat(text.status()).isEqualTo(500);
        assertThat(text.type()).isEqualTo("text/plain; charset=utf-8");
        assertThat(text.body()).isEqualTo("failed");
    }

    @Test
    void anchors_and_snapshots_are_replies_in_the_form_of_the_service() throws IOException {
        Anchors snapshot = RandomAnchors.seeded(3).anchors(5);

        Response anchor = responseTo(Reply.json(Samples.fullAnchor()));
        Response anchors = responseTo(Reply.json(snapshot));

        assertThat(anchor.type()).isEqualTo("application/json");
        assertThat(anchor.body()).isEqualTo(new String(ResponseJson.write(Samples.fullAnchor()), UTF_8));
        assertThat(anchors.type()).isEqualTo("application/json");
        assertThat(anchors.body()).isEqualTo(new String(ResponseJson.write(snapshot), UTF_8));
    }

    @Test
    void an_empty_reply_has_no_body_and_no_content_type() throws IOException {
        Response response = responseTo(Reply.empty(500));

        assertThat(response.status()).isEqualTo(500);
        assertThat(response.headers()).containsEntry("content-length", "0").doesNotContainKey("content-type");
    }

    @Test
    void a_header_of_a_reply_replaces_a_header_of_the_same_name() throws IOException {
        Reply plain = Reply.json("{}");

        Response response = responseTo(
                plain.withHeader("X-One", "1").withHeader("x-one", "2").withHeader("content-type", "a/b"));

        assertThat(response.headers()).containsEntry("x-one", "2").containsEntry("content-type", "a/b");
        assertThat(responseTo(plain).headers()).containsEntry("content-type", "application/json");
    }

    @ParameterizedTest
    @CsvSource({"Content-Length, 1", "transfer-encoding, chunked", "'', x", "'A\r\nB', x", "A, 'x\r\nB: y'"})
    void an_invalid_header_of_a_reply_is_rejected(String name, String value) {
        Reply reply = Reply.json("{}");

        assertThatThrownBy(() -> reply.withHeader(name, value)).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 100, 199, 600})
    void a_status_of_a_reply_that_is_not_final_is_rejected(int status) {
        assertThatThrownBy(() -> Reply.empty(status))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("the status of a response is 200 to 599, not " + status);
    }

    @ParameterizedTest
    @ValueSource(ints = {204, 304})
    void a_reply_with_a_body_is_rejected_if_its_status_allows_none(int status) {
        assertThatThrownBy(() -> Reply.text(status, "words"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("a response of status " + status + " has no body");
    }

    @Test
    void a_header_of_a_response_from_the_repository_can_be_replaced() throws IOException {
        Response response = responseTo(Reply.fromRepository().withHeader("Content-Type", "text/html"));

        assertThat(response.status()).isEqualTo(200);
        assertThat(response.headers()).containsEntry("content-type", "text/html");
        assertThat(response.json().get("iterable")).isEmpty();
    }

    @Test
    void the_body_of_a_reply_is_padded_with_spaces() throws IOException {
        assertThat(responseTo(Reply.json("[1]").paddedTo(5)).body()).isEqualTo("[1]  ");
        assertThat(responseTo(Reply.json("[1]").paddedTo(2)).body()).isEqualTo("[1]");
        assertThat(responseTo(Reply.fromRepository().paddedTo(20_000)).body()).hasSize(20_000);
        assertThat(responseTo(Reply.empty(204).paddedTo(5)).headers()).doesNotContainKey("content-length");
    }

    @Test
    void a_huge_padded_body_takes_no_memory() throws IOException {
        fake.reply(Reply.json("{}").paddedTo(1L << 50));

        try (RawHttpClient client = new RawHttpClient(fake)) {
            client.send(REQUEST);

            assertThat(client.receiveHead().headers()).containsEntry("content-length", "" + (1L << 50));
            assertThat(client.read()).isEqualTo('{');
        }
    }

    @Test
    void a_disconnect_reply_closes_the_connection_without_a_response() throws IOException {
        fake.reply(Reply.disconnect());

        try (RawHttpClient client = new RawHttpClient(fake)) {
            client.send(REQUEST);
            assertThat(client.read()).isEqualTo(-1);
        }
        assertThat(fake.requests()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 16})
    void a_truncated_reply_announces_the_length_of_its_whole_body(int bytes) throws IOException {
        fake.reply(Reply.truncated("{\"größe\":\"12345\"}", bytes)); // 19 bytes

        try (RawHttpClient client = new RawHttpClient(fake)) {
            client.send(REQUEST);
            String response = client.readToEnd();
            assertThat(response).startsWith("HTTP/1.1 200 OK\r\n").containsIgnoringCase("\r\nContent-Length: 19\r\n");
            assertThat(response.substring(response.indexOf("\r\n\r\n") + 4).getBytes(UTF_8))
                    .hasSize(bytes);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 2, 3})
    void a_reply_cannot_be_truncated_outside_its_body(int bytes) {
        assertThatThrownBy(() -> Reply.truncated("{}", bytes))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("a body of 2 bytes cannot be truncated after " + bytes);
    }

    @Test
    void a_stalled_reply_ends_when_the_fake_is_closed() throws IOException {
        fake.reply(Reply.stall());

        try (RawHttpClient client = new RawHttpClient(fake)) {
            client.send(REQUEST);
            fake.takeRequest(SOON);
            assertThat(client.respondsWithin(Duration.ofMillis(50))).isFalse();

            fake.close();

            assertThat(client.read()).isEqualTo(-1);
        }
    }

    @Test
    void a_stalled_reply_ends_when_the_client_disconnects() throws IOException {
        fake.reply(Reply.stall());

        try (RawHttpClient client = new RawHttpClient(fake)) {
            client.send(REQUEST);
            fake.takeRequest(SOON);
            client.shutdownOutput();

            assertThat(client.read()).isEqualTo(-1);
        }
    }

    @Test
    void a_dribbled_reply_is_complete() throws IOException {
        assertThat(responseTo(Reply.dribble("{\"a\":1}")).body()).isEqualTo("{\"a\":1}");
    }

    @Test
    void a_dribbled_reply_is_sent_byte_by_byte_until_the_fake_is_closed() throws IOException {
        fake.reply(Reply.dribble(" ".repeat(100_000)));

        try (RawHttpClient client = new RawHttpClient(fake)) {
            client.send(REQUEST);
            Response head = client.receiveHead();
            assertThat(head.headers()).containsEntry("content-length", "100000");
            assertThat(client.read()).isEqualTo(' ');
            assertThat(client.read()).isEqualTo(' ');

            fake.close();

            assertThat(client.readToEnd().length()).isLessThan(1_000);
        }
    }

    @Test
    void a_dribbled_reply_ends_when_the_client_disconnects() throws IOException {
        fake.reply(Reply.dribble(" ".repeat(100_000)));

        try (RawHttpClient client = new RawHttpClient(fake)) {
            client.send(REQUEST);
            client.receiveHead();
            client.shutdownOutput();

            assertThat(client.readToEnd().length()).isLessThan(1_000);
        }
    }

    @Test
    void the_text_of_a_reply_shows_its_status_length_and_faults() {
        assertThat(Reply.text(500, "abc")).hasToString("Reply[500 with 3 bytes]");
        assertThat(Reply.stall()).hasToString("Reply[500 with 0 bytes, stall before the response]");
        assertThat(Reply.fromRepository()
                        .afterResponse(Fault.reset())
                        .inBody(7, Fault.garbage())
                        .inHeader(Fault.dribble(Duration.ofMillis(5)))
                        .beforeResponse(Fault.delay(Duration.ofSeconds(1))))
                .hasToString(
                        "Reply[from the repository, delay PT1S before the response, dribble PT0.005S in the header,"
                                + " garbage after byte 7, reset after the response]");
    }

    private Response responseTo(Reply reply) throws IOException {
        fake.reply(reply);
        return RawHttpClient.get(fake, "/anchors");
    }
}
