package dev.anchors.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.anchors.domain.AnchorId;
import dev.anchors.inmemory.InMemoryAnchorRepository;
import dev.anchors.ports.MalformedResponseException;
import dev.anchors.ports.RequestRefusedException;
import dev.anchors.ports.ServiceFailedException;
import dev.anchors.testkit.fake.FakePiecesOs;
import dev.anchors.testkit.fake.Reply;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What messages say of the reason of a failure, where a response tells it. */
class ReasonsTest {

    private static final AnchorId ANCHOR = new AnchorId("anchor-1");

    private final FakePiecesOs service = FakePiecesOs.serving(InMemoryAnchorRepository.create());
    private final HttpAnchorRepository anchors =
            HttpAnchorRepository.builder().baseUrl(service.baseUrl()).build();

    @AfterEach
    void close() {
        anchors.close();
        service.close();
    }

    @Test
    void a_service_at_which_nobody_is_signed_in_says_so_by_401() {
        service.reply(Reply.text(401, "Unauthorized"));

        assertThat(refusal()).hasMessageContaining("with status 401: nobody is signed in at PiecesOS;");
    }

    @Test
    void a_service_that_wants_to_be_updated_says_so_by_593() {
        service.reply(Reply.text(593, ""));

        assertThat(failure()).hasMessageContaining("with status 593: PiecesOS asks for an update;");
    }

    @Test
    void a_snapshot_that_is_not_found_was_asked_of_another_program_or_by_a_wrong_path() {
        service.reply(Reply.text(404, "nothing here"));

        assertThat(refusal())
                .hasMessageContaining("with status 404: another program or a wrong path is at " + service.baseUrl()
                        + "/anchors?transferables=true;");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{\"message\":\"hello\"}", "[]", "<html></html>"})
    void a_body_that_is_no_document_of_anchors_is_of_another_program_or_a_wrong_path(String body) {
        service.reply(Reply.json(body));

        MalformedResponseException failure = catchThrowableOfType(MalformedResponseException.class, anchors::snapshot);

        assertThat(failure)
                .hasMessageStartingWith("snapshot: another program or a wrong path is at " + service.baseUrl()
                        + "/anchors?transferables=true: ");
    }

    @Test
    void a_document_with_a_malformed_anchor_is_of_the_service() {
        service.reply(Reply.json("{\"iterable\":[{\"id\":\"a\"}]}"));

        MalformedResponseException failure = catchThrowableOfType(MalformedResponseException.class, anchors::snapshot);

        assertThat(failure).hasMessageNotContaining("another program");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"error\":\"no room for Rosa\",\"eventId\":\"3f2A-77\"}",
                "{ \"eventId\" : \"3f2A-77\", \"error\": \"no room for Rosa\" }"
            })
    void of_a_failure_in_json_the_id_of_its_event_is_shown_alone(String body) {
        service.reply(Reply.of(500, "application/json", body));

        ServiceFailedException failure = failure();

        assertThat(failure)
                .hasMessage("snapshot: the service failed with status 500: its log has the event 3f2A-77;"
                        + " see text() and the log of the service");
        assertThat(failure.text()).isEqualTo(body);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"eventId\":\"for Rosa\"}", "{\"eventId\":7}", "{\"eventId\":\"\"}", "eventId: 7"})
    void an_event_that_is_no_id_is_not_shown(String body) {
        service.reply(Reply.of(500, "application/json", body));

        assertThat(failure()).hasMessageContaining("the service failed with status 500; see text()");
    }

    @Test
    void a_failure_keeps_how_long_the_service_asks_to_wait() {
        service.reply(Reply.text(503, "busy").withHeader("Retry-After", "120"));
        service.reply(Reply.text(429, "slower").withHeader("Retry-After", "7"));

        assertThat(failure().retryAfter()).contains(Duration.ofMinutes(2));
        assertThat(refusal().retryAfter()).contains(Duration.ofSeconds(7));
        service.reply(Reply.text(429, "slower"));
        assertThat(refusal().retryAfter()).isEmpty();
    }

    @Test
    void a_change_that_is_refused_has_the_reason_as_well() {
        service.reply(Reply.text(401, ""));

        assertThat(catchThrowableOfType(RequestRefusedException.class, () -> anchors.delete(ANCHOR)))
                .hasMessageContaining("nobody is signed in");
    }

    private RequestRefusedException refusal() {
        return catchThrowableOfType(RequestRefusedException.class, anchors::snapshot);
    }

    private ServiceFailedException failure() {
        return catchThrowableOfType(ServiceFailedException.class, anchors::snapshot);
    }
}
