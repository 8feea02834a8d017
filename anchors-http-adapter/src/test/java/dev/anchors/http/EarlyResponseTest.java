package dev.anchors.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.anchors.domain.AnchorType;
import dev.anchors.domain.AnnotationType;
import dev.anchors.domain.FullPath;
import dev.anchors.domain.SeededAnchor;
import dev.anchors.domain.SeededAnnotation;
import dev.anchors.ports.Effect;
import dev.anchors.ports.RequestRefusedException;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A service that refuses a request of 50 MB at its head. */
@Timeout(60)
class EarlyResponseTest {

    private static final String TOO_LARGE = TestResponses.response(413, "Content-Type: text/plain\r\n", "too large");
    private static final int MEGABYTE = 1_000_000;

    /** More than the buffers of TCP hold: a client that they have stopped before the response came goes on, and looks. */
    private static final int READ_AFTERWARDS = 10 * MEGABYTE;

    @Test
    void a_refusal_at_the_head_of_a_request_ends_a_call_although_the_rest_is_not_read() {
        SeededAnchor seed = seedOf50Megabytes();
        Semaphore callEnded = new Semaphore(0);
        RawServer.Handler refusing = connection -> {
            connection.readHead();
            connection.send(TOO_LARGE);
            connection.discard(READ_AFTERWARDS);
            callEnded.acquireUninterruptibly(); // the connection stays open until then
        };
        RawServer.Handler healthy = connection -> connection.send(TestResponses.to(connection.readRequest()));
        try (RawServer server = RawServer.start(refusing, healthy);
                HttpAnchorRepository anchors = HttpAnchorRepository.builder()
                        .baseUrl(server.baseUrl())
                        .callTimeout(Duration.ofMinutes(10)) // longer than the limit of the test
                        .build()) {
            RequestRefusedException refused =
                    catchThrowableOfType(RequestRefusedException.class, () -> anchors.create(seed));

            assertThat(refused.status()).hasValue(413);
            assertThat(refused.text()).isEqualTo("too large");
            assertThat(refused.effect()).isEqualTo(Effect.NONE);
            callEnded.release();
            Ending.DONE.assertEndOf(Invocation.CREATE, anchors);
        }
    }

    private static SeededAnchor seedOf50Megabytes() {
        SeededAnchor.Builder seed = SeededAnchor.builder(AnchorType.FILE, new FullPath("/home/rosa"));
        String text = "x".repeat(10 * MEGABYTE);
        for (int i = 0; i < 5; i++) {
            seed.annotation(SeededAnnotation.of(AnnotationType.DESCRIPTION, text));
        }
        return seed.build();
    }
}
