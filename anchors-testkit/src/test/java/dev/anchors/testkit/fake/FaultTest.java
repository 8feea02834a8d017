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

/** Each fault at each moment, as it shows on the wire. */
class FaultTest {

    /** The moments, and what of the answer has gone out by then. */
    enum Moment {
        BEFORE(""),
        HEADER("HTTP/1.1 200 OK\r\n"),
        BODY("12"),
        AFTER("12345");

        private final String sentBefore;

        Moment(String sentBefore) {
            this.sentBefore = sentBefore;
        }

        Reply place(Fault fault) {
            Reply reply = Reply.json("12345");
            return switch (this) {
                case BEFORE -> reply.beforeAnswer(fault);
                case HEADER -> reply.inHeader(fault);
                case BODY -> reply.inBody(2, fault);
                case AFTER -> reply.afterAnswer(fault);
            };
        }

        /** The answer without its head, if it came so far. */
        private static String end(String answer) {
            return answer.substring(answer.contains("\r\n\r\n") ? answer.indexOf("\r\n\r\n") + 4 : 0);
        }
    }

    private static final String REQUEST = "GET /anchors HTTP/1.1\r\nHost: localhost\r\n\r\n";
    private static final Duration A_MOMENT = Duration.ofMillis(20);

    private final RepositoryStub repository = new RepositoryStub();
    private final FakePiecesOs fake = FakePiecesOs.serving(repository);
    private final CountDownLatch released = new CountDownLatch(1);

    @AfterEach
    void close() {
        fake.close();
    }

    @ParameterizedTest
    @EnumSource
    void what_was_sent_before_the_connection_is_closed_arrives(Moment moment) throws IOException {
        assertThat(Moment.end(allOf(moment.place(Fault.closeConnection())))).isEqualTo(moment.sentBefore);
    }

    @ParameterizedTest
    @EnumSource
    void a_reset_is_no_orderly_end(Moment moment) throws IOException {
        fake.reply(moment.place(Fault.reset()));

        try (WireClient client = new WireClient(fake)) {
            client.send(REQUEST);

            assertThatThrownBy(client::readBytesToEnd).isInstanceOf(SocketException.class);
        }
    }

    @ParameterizedTest
    @EnumSource
    void garbage_takes_the_place_of_the_rest(Moment moment) throws IOException {
        String answer = Moment.end(allOf(moment.place(Fault.garbage())));

        assertThat(answer).startsWith(moment.sentBefore);
        assertThat(answer.substring(moment.sentBefore.length())).matches("\u00ff{3,}");
    }

    @Test
    void garbage_in_a_body_leaves_its_length_as_it_is() throws IOException {
        assertThat(allOf(Reply.json("12345").inBody(2, Fault.garbage())))
                .containsIgnoringCase("\r\nContent-Length: 5\r\n")
                .endsWith("\r\n\r\n12\u00ff\u00ff\u00ff");
    }

    @ParameterizedTest
    @EnumSource
    void a_stalled_answer_goes_on_when_it_is_released(Moment moment) throws IOException {
        fake.reply(moment.place(Fault.stallUntil(released)), Reply.text(500, "next"));

        try (WireClient client = new WireClient(fake)) {
            client.send(REQUEST);
            String sentBefore = readUntil(client, moment.sentBefore);
            assertThat(client.answeredWithin(A_MOMENT)).isFalse();

            released.countDown();

            client.send(REQUEST.replace("\r\n\r\n", "\r\nConnection: close\r\n\r\n"));
            assertThat(sentBefore + client.readToEnd())
                    .contains("\r\n\r\n12345HTTP/1.1 500")
                    .endsWith("next");
        }
    }

    @Test
    void a_request_that_comes_while_the_last_answer_is_stalled_is_not_lost() throws IOException {
        fake.reply(Reply.json("12345").afterAnswer(Fault.stallUntil(released)));

        try (WireClient client = new WireClient(fake)) {
            assertThat(client.exchange(REQUEST).body()).isEqualTo("12345");
            client.send(REQUEST);
            assertThat(client.answeredWithin(A_MOMENT)).isFalse();

            released.countDown();

            assertThat(client.receive().json().get("iterable")).isEmpty();
        }
    }

    @Test
    void a_stalled_answer_ends_when_the_client_leaves() throws IOException {
        fake.reply(Reply.json("12345").inBody(1, Fault.stallUntil(released)));

        try (WireClient client = new WireClient(fake)) {
            client.send(REQUEST);
            client.receiveHead();
            client.shutdownOutput();

            assertThat(client.readToEnd()).isEqualTo("1");
        }
    }

    @Test
    void a_stalled_answer_ends_when_the_fake_is_closed() throws IOException {
        fake.reply(Reply.json("12345").inBody(1, Fault.stallUntil(released)));

        try (WireClient client = new WireClient(fake)) {
            client.send(REQUEST);
            client.receiveHead();
            assertThat(client.read()).isEqualTo('1');
            fake.close();

            assertThat(client.read()).isEqualTo(-1);
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_delayed_answer_is_whole_and_late(Moment moment) throws IOException {
        fake.reply(moment.place(Fault.delay(A_MOMENT)), Reply.empty(204));
        long start = System.nanoTime();

        try (WireClient client = new WireClient(fake)) {
            assertThat(client.exchange(REQUEST).body()).isEqualTo("12345");
            assertThat(client.exchange(REQUEST).status()).isEqualTo(204);
        }
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThanOrEqualTo(A_MOMENT);
    }

    @ParameterizedTest
    @EnumSource
    void a_dribbled_answer_arrives_whole(Moment moment) throws IOException {
        fake.reply(moment.place(Fault.dribble(Duration.ofNanos(1))), Reply.empty(204));

        try (WireClient client = new WireClient(fake)) {
            assertThat(client.exchange(REQUEST).body()).isEqualTo("12345");
            assertThat(client.exchange(REQUEST).status()).isEqualTo(204);
        }
    }

    @Test
    void an_answer_from_the_repository_gets_lost_after_its_effect() throws IOException {
        repository.create(SeededAnchor.file("/a"));
        fake.on(Route.DELETE).reply(Reply.fromRepository().beforeAnswer(Fault.closeConnection()));

        try (WireClient client = new WireClient(fake)) {
            client.send("POST /anchors/anchor-1/delete HTTP/1.1\r\nHost: localhost\r\nContent-Length: 0\r\n\r\n");
            assertThat(client.read()).isEqualTo(-1);
        }
        assertThat(repository.snapshot()).isEmpty();
    }

    @Test
    void an_answer_of_its_own_has_no_effect() throws IOException {
        repository.create(SeededAnchor.file("/a"));
        fake.on(Route.DELETE).reply(Reply.empty(204));

        assertThat(WireClient.post(fake, "/anchors/anchor-1/delete", "").status())
                .isEqualTo(204);
        assertThat(repository.snapshot()).hasSize(1);
    }

    @Test
    void an_answer_without_a_body_has_an_end_too() throws IOException {
        assertThat(allOf(Reply.empty(204).afterAnswer(Fault.closeConnection())))
                .startsWith("HTTP/1.1 204 ")
                .endsWith("\r\n\r\n");
        assertThat(allOf(Reply.json("12345").afterAnswer(Fault.closeConnection()), REQUEST.replace("GET", "HEAD")))
                .startsWith("HTTP/1.1 200 OK")
                .endsWith("\r\n\r\n");
    }

    @Test
    void faults_strike_in_the_order_of_their_moments() throws IOException {
        fake.reply(Reply.json("12345")
                .afterAnswer(Fault.reset())
                .inBody(4, Fault.closeConnection())
                .inBody(1, Fault.stallUntil(released)));

        try (WireClient client = new WireClient(fake)) {
            client.send(REQUEST);
            client.receiveHead();
            assertThat(client.read()).isEqualTo('1');
            assertThat(client.answeredWithin(A_MOMENT)).isFalse();
            released.countDown();

            assertThat(client.readToEnd()).isEqualTo("234");
        }
    }

    @Test
    void a_fault_behind_the_end_strikes_at_the_end() throws IOException {
        assertThat(allOf(Reply.json("12345").inBody(1_000, Fault.closeConnection())))
                .endsWith("\r\n\r\n12345");
    }

    @Test
    void a_fault_at_no_possible_moment_is_refused() {
        assertThatThrownBy(() -> Reply.fromRepository().inBody(-1, Fault.closeConnection()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("no fault can strike after -1 bytes");
        assertThatThrownBy(() -> Fault.delay(Duration.ofSeconds(-1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("nothing can wait for PT-1S");
        assertThatThrownBy(() -> Fault.dribble(Duration.ofSeconds(-1))).isInstanceOf(IllegalArgumentException.class);
    }

    private String allOf(Reply reply) throws IOException {
        return allOf(reply, REQUEST);
    }

    private String allOf(Reply reply, String request) throws IOException {
        fake.reply(reply);
        try (WireClient client = new WireClient(fake)) {
            client.send(request);
            return new String(client.readBytesToEnd(), ISO_8859_1);
        }
    }

    private static String readUntil(WireClient client, String end) throws IOException {
        StringBuilder read = new StringBuilder();
        boolean inBody = !end.isEmpty() && !end.endsWith("\n");
        while (!read.toString().endsWith(inBody ? "\r\n\r\n" + end : end)) {
            read.append((char) client.read());
        }
        return read.toString();
    }
}
