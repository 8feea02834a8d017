package dev.anchors.testkit.fake;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.anchors.domain.SeededAnchor;
import java.io.IOException;
import java.net.SocketException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Each fault at each moment, as a client observes it. */
class FaultTest {

    /** The moments of a response, and what was sent before them. */
    enum Moment {
        BEFORE(""),
        HEADER("HTTP/1.1 200 OK\r\n"),
        BODY("12"),
        AFTER("12345");

        private final String sentBefore;

        Moment(String sentBefore) {
            this.sentBefore = sentBefore;
        }

        Reply replyWith(Fault fault) {
            Reply reply = Reply.json("12345");
            return switch (this) {
                case BEFORE -> reply.beforeResponse(fault);
                case HEADER -> reply.inHeader(fault);
                case BODY -> reply.inBody(2, fault);
                case AFTER -> reply.afterResponse(fault);
            };
        }

        /** The response without its head, if it came so far. */
        private static String end(String response) {
            return response.substring(response.contains("\r\n\r\n") ? response.indexOf("\r\n\r\n") + 4 : 0);
        }
    }

    private static final String REQUEST = "GET /anchors HTTP/1.1\r\nHost: localhost\r\n\r\n";
    private static final Duration SHORT_TIME = Duration.ofMillis(20);

    private final RepositoryStub repository = new RepositoryStub();
    private final FakePiecesOs fake = FakePiecesOs.serving(repository);
    private final CountDownLatch released = new CountDownLatch(1);

    @AfterEach
    void close() {
        fake.close();
    }

    @ParameterizedTest
    @EnumSource
    void the_client_receives_what_was_sent_before_the_connection_is_closed(Moment moment) throws IOException {
        assertThat(Moment.end(receiveAll(moment.replyWith(Fault.closeConnection()))))
                .isEqualTo(moment.sentBefore);
    }

    @ParameterizedTest
    @EnumSource
    void a_reset_connection_fails_the_read_of_the_client(Moment moment) throws IOException {
        fake.reply(moment.replyWith(Fault.reset()));

        try (RawHttpClient client = new RawHttpClient(fake)) {
            client.send(REQUEST);

            assertThatThrownBy(client::readBytesToEnd).isInstanceOf(SocketException.class);
        }
    }

    @ParameterizedTest
    @EnumSource
    void garbage_replaces_the_rest_of_a_response(Moment moment) throws IOException {
        String response = Moment.end(receiveAll(moment.replyWith(Fault.garbage())));

        assertThat(response).startsWith(moment.sentBefore);
        assertThat(response.substring(moment.sentBefore.length())).matches("\u00ff{3,}");
    }

    @Test
    void garbage_in_a_body_does_not_change_its_length() throws IOException {
        assertThat(receiveAll(Reply.json("12345").inBody(2, Fault.garbage())))
                .containsIgnoringCase("\r\nContent-Length: 5\r\n")
                .endsWith("\r\n\r\n12\u00ff\u00ff\u00ff");
    }

    @ParameterizedTest
    @EnumSource
    void a_stalled_response_goes_on_when_it_is_released(Moment moment) throws IOException {
        fake.reply(moment.replyWith(Fault.stallUntil(released)), Reply.text(500, "next"));

        try (RawHttpClient client = new RawHttpClient(fake)) {
            client.send(REQUEST);
            String sentBefore = readUntil(client, moment.sentBefore);
            assertThat(client.respondsWithin(SHORT_TIME)).isFalse();

            released.countDown();

            client.send(REQUEST.replace("\r\n\r\n", "\r\nConnection: close\r\n\r\n"));
            assertThat(sentBefore + client.readToEnd())
                    .contains("\r\n\r\n12345HTTP/1.1 500")
                    .endsWith("next");
        }
    }

    @Test
    void a_request_that_arrives_during_a_stalled_response_is_not_lost() throws IOException {
        fake.reply(Reply.json("12345").afterResponse(Fault.stallUntil(released)));

        try (RawHttpClient client = new RawHttpClient(fake)) {
            assertThat(client.exchange(REQUEST).body()).isEqualTo("12345");
            client.send(REQUEST);
            assertThat(client.respondsWithin(SHORT_TIME)).isFalse();

            released.countDown();

            assertThat(client.receive().json().get("iterable")).isEmpty();
        }
    }

    @Test
    void a_stalled_response_ends_when_the_client_disconnects() throws IOException {
        fake.reply(Reply.json("12345").inBody(1, Fault.stallUntil(released)));

        try (RawHttpClient client = new RawHttpClient(fake)) {
            client.send(REQUEST);
            client.receiveHead();
            client.shutdownOutput();

            assertThat(client.readToEnd()).isEqualTo("1");
        }
    }

    @Test
    void a_stalled_response_ends_when_the_fake_is_closed() throws IOException {
        fake.reply(Reply.json("12345").inBody(1, Fault.stallUntil(released)));

        try (RawHttpClient client = new RawHttpClient(fake)) {
            client.send(REQUEST);
            client.receiveHead();
            assertThat(client.read()).isEqualTo('1');
            fake.close();

            assertThat(client.read()).isEqualTo(-1);
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_delayed_response_is_complete_and_late(Moment moment) throws IOException {
        fake.reply(moment.replyWith(Fault.delay(SHORT_TIME)), Reply.empty(204));
        long start = System.nanoTime();

        try (RawHttpClient client = new RawHttpClient(fake)) {
            assertThat(client.exchange(REQUEST).body()).isEqualTo("12345");
            assertThat(client.exchange(REQUEST).status()).isEqualTo(204);
        }
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThanOrEqualTo(SHORT_TIME);
    }

    @ParameterizedTest
    @EnumSource
    void a_dribbled_response_is_complete(Moment moment) throws IOException {
        fake.reply(moment.replyWith(Fault.dribble(Duration.ofNanos(1))), Reply.empty(204));

        try (RawHttpClient client = new RawHttpClient(fake)) {
            assertThat(client.exchange(REQUEST).body()).isEqualTo("12345");
            assertThat(client.exchange(REQUEST).status()).isEqualTo(204);
        }
    }

    @Test
    void a_lost_response_from_the_repository_had_its_effect() throws IOException {
        repository.create(SeededAnchor.file("/a"));
        fake.on(Route.DELETE).reply(Reply.fromRepository().beforeResponse(Fault.closeConnection()));

        try (RawHttpClient client = new RawHttpClient(fake)) {
            client.send("POST /anchors/anchor-1/delete HTTP/1.1\r\nHost: localhost\r\nContent-Length: 0\r\n\r\n");
            assertThat(client.read()).isEqualTo(-1);
        }
        assertThat(repository.snapshot()).isEmpty();
    }

    @Test
    void a_scripted_response_has_no_effect_on_the_repository() throws IOException {
        repository.create(SeededAnchor.file("/a"));
        fake.on(Route.DELETE).reply(Reply.empty(204));

        assertThat(RawHttpClient.post(fake, "/anchors/anchor-1/delete", "").status())
                .isEqualTo(204);
        assertThat(repository.snapshot()).hasSize(1);
    }

    @Test
    void a_fault_after_a_response_applies_to_responses_without_a_body() throws IOException {
        assertThat(receiveAll(Reply.empty(204).afterResponse(Fault.closeConnection())))
                .startsWith("HTTP/1.1 204 ")
                .endsWith("\r\n\r\n");
        assertThat(receiveAll(
                        Reply.json("12345").afterResponse(Fault.closeConnection()), REQUEST.replace("GET", "HEAD")))
                .startsWith("HTTP/1.1 200 OK")
                .endsWith("\r\n\r\n");
    }

    @Test
    void faults_are_applied_in_the_order_of_their_moments() throws IOException {
        fake.reply(Reply.json("12345")
                .afterResponse(Fault.reset())
                .inBody(4, Fault.closeConnection())
                .inBody(1, Fault.stallUntil(released)));

        try (RawHttpClient client = new RawHttpClient(fake)) {
            client.send(REQUEST);
            client.receiveHead();
            assertThat(client.read()).isEqualTo('1');
            assertThat(client.respondsWithin(SHORT_TIME)).isFalse();
            released.countDown();

            assertThat(client.readToEnd()).isEqualTo("234");
        }
    }

    @Test
    void a_fault_beyond_the_end_of_a_body_is_applied_at_its_end() throws IOException {
        assertThat(receiveAll(Reply.json("12345").inBody(1_000, Fault.closeConnection())))
                .endsWith("\r\n\r\n12345");
    }

    @Test
    void a_fault_with_a_negative_position_or_duration_is_rejected() {
        assertThatThrownBy(() -> Reply.fromRepository().inBody(-1, Fault.closeConnection()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("the number of bytes before a fault must not be negative, but was -1");
        assertThatThrownBy(() -> Fault.delay(Duration.ofSeconds(-1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("a pause must not be negative, but was PT-1S");
        assertThatThrownBy(() -> Fault.dribble(Duration.ofSeconds(-1))).isInstanceOf(IllegalArgumentException.class);
    }

    private String receiveAll(Reply reply) throws IOException {
        return receiveAll(reply, REQUEST);
    }

    private String receiveAll(Reply reply, String request) throws IOException {
        fake.reply(reply);
        try (RawHttpClient client = new RawHttpClient(fake)) {
            client.send(request);
            return new String(client.readBytesToEnd(), ISO_8859_1);
        }
    }

    private static String readUntil(RawHttpClient client, String end) throws IOException {
        StringBuilder read = new StringBuilder();
        boolean inBody = !end.isEmpty() && !end.endsWith("\n");
        while (!read.toString().endsWith(inBody ? "\r\n\r\n" + end : end)) {
            int next = client.read();
            assertThat(next).as("the byte after \"%s\"", read).isNotNegative();
            read.append((char) next);
        }
        return read.toString();
    }
}
