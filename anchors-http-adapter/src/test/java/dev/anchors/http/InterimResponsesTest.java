package dev.anchors.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.anchors.domain.AnchorId;
import dev.anchors.domain.AnchorType;
import dev.anchors.domain.AnnotationType;
import dev.anchors.domain.FullPath;
import dev.anchors.domain.SeededAnchor;
import dev.anchors.domain.SeededAnnotation;
import dev.anchors.http.internal.json.SeedWriter;
import dev.anchors.ports.MalformedResponseException;
import dev.anchors.ports.RequestRefusedException;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A service that sends interim responses while it receives a request of 20 MB. */
@Timeout(60)
class InterimResponsesTest {

    private static final String TOO_LARGE = TestResponses.response(413, "Content-Type: text/plain\r\n", "too large");
    private static final SeededAnchor SEED = SeededAnchor.builder(AnchorType.FILE, new FullPath("/home/rosa"))
            .annotation(SeededAnnotation.of(AnnotationType.DESCRIPTION, "x".repeat(20_000_000)))
            .build();
    private static final int LENGTH = SeedWriter.write(SEED).length;
    private static final int HALF = LENGTH / 2;
    private static final int READ_BETWEEN = LENGTH / 200;

    @ParameterizedTest
    @ValueSource(strings = {"100 Continue", "102 Processing", "103 Early Hints\r\nLink: </a>"})
    void interim_responses_before_and_within_a_body_do_not_end_its_sending(String status) {
        String interim = "HTTP/1.1 " + status + "\r\n\r\n";
        try (RawServer server = RawServer.start(connection -> {
                    connection.readHead();
                    connection.send(interim);
                    connection.discard(HALF);
                    connection.send(interim + interim);
                    connection.discard(LENGTH - HALF);
                    connection.send(interim + TestResponses.json(ChunkedAnchors.anchor("a")));
                });
                HttpAnchorRepository anchors = repository(server)) {
            assertThat(anchors.create(SEED).id()).isEqualTo(new AnchorId("a"));
        }
    }

    @Test
    void a_refusal_behind_an_interim_response_ends_the_sending_of_a_body() {
        try (RawServer server = RawServer.start(connection -> {
                    connection.readHead();
                    connection.send("HTTP/1.1 100 Continue\r\n\r\n" + TOO_LARGE);
                    connection.discard(HALF);
                    connection.awaitClose();
                });
                HttpAnchorRepository anchors = repository(server)) {
            RequestRefusedException refused =
                    catchThrowableOfType(RequestRefusedException.class, () -> anchors.create(SEED));

            assertThat(refused.text()).isEqualTo("too large");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"HTTP/1.1 103 Early Hints\r\n\r\n", "HTTP/1.1 103 Early Hints\r\nLink: </a>; as=b\r\n\r\n"})
    void interim_responses_without_end_end_a_call(String interim) {
        try (RawServer server = RawServer.start(connection -> {
                    connection.readHead();
                    while (true) {
                        connection.send(interim);
                        connection.discard(READ_BETWEEN); // a client that the buffers of TCP have stopped does not look
                    }
                });
                HttpAnchorRepository anchors = repository(server)) {
            MalformedResponseException failure =
                    catchThrowableOfType(MalformedResponseException.class, () -> anchors.create(SEED));

            assertThat(failure).hasMessageContaining("the response has status 103");
        }
    }

    private static HttpAnchorRepository repository(RawServer server) {
        return HttpAnchorRepository.builder()
                .baseUrl(server.baseUrl())
                .callTimeout(Duration.ofMinutes(10)) // longer than the limit of the test
                .build();
    }
}
