package dev.anchors.ports;

import static org.assertj.core.api.Assertions.assertThat;

import dev.anchors.domain.AnchorId;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests that a message is one line with the operation, what happened, what it means and what to do. */
class FailureMessagesTest {

    private static final String UNKNOWN_EFFECT = "the change may have been made, so check before repeating the call";
    private static final List<String> ADVICE = List.of(
            "so take a new snapshot", "do not repeat the call", "its address is right", "which version it runs");
    private static final AnchorId ANCHOR = new AnchorId("a-1");
    private static final OptionalInt NO_STATUS = OptionalInt.empty();

    @ParameterizedTest
    @MethodSource
    void a_message_says_what_happened_and_what_to_do(AnchorRepositoryException failure, String message) {
        assertThat(failure).hasMessage(message);
    }

    static Stream<Arguments> a_message_says_what_happened_and_what_to_do() {
        return Stream.of(
                Arguments.of(
                        new AnchorNotFoundException(Operation.DELETE, ANCHOR),
                        "delete: there is no anchor a-1;"
                                + " the id is unknown or the anchor was deleted, so take a new snapshot"),
                Arguments.of(
                        new InterruptedCallException(Operation.FIND, Effect.NONE, null),
                        "find: the calling thread was interrupted;"
                                + " its interrupt flag is set, so stop the work or clear the flag before the next call"),
                Arguments.of(
                        new ServiceFailedException(Operation.DISASSOCIATE, Effect.UNKNOWN, status(503), "", null),
                        "disassociate: the service failed with status 503; " + UNKNOWN_EFFECT
                                + "; see text() and the log of the service"),
                Arguments.of(
                        new ServiceFailedException(Operation.SNAPSHOT, Effect.NONE, NO_STATUS, "", null),
                        "snapshot: the service failed; see text() and the log of the service"),
                Arguments.of(
                        new ConnectionFailedException(Operation.CREATE, Effect.NONE, "connection refused", null),
                        "create: connection refused; check that the service runs and that its address is right"));
    }

    @ParameterizedTest
    @CsvSource({
        "DELETE, delete: there is no anchor a-1 any more;"
                + " either it did not exist or this call deleted it; do not repeat the call",
        "DISASSOCIATE, disassociate: there is no anchor a-1 any more;"
                + " either it did not exist or it was deleted meanwhile; do not repeat the call"
    })
    void a_message_about_an_anchor_missing_in_a_later_look_up_says_what_may_have_happened(
            Operation operation, String message) {
        assertThat(new AnchorNotFoundException(operation, Effect.UNKNOWN, ANCHOR, null))
                .hasMessage(message);
    }

    @ParameterizedTest
    @CsvSource({
        "CREATE, 'check the seed, the configuration'",
        "SNAPSHOT, check the configuration",
        "STREAM, check the configuration",
        "FIND, 'check the id, the configuration'",
        "DELETE, 'check the id, the configuration'",
        "DISASSOCIATE, 'check the ids, the configuration'",
        "ASSOCIATE, 'check the ids, the configuration'"
    })
    void the_advice_about_a_refused_request_fits_the_operation(Operation operation, String advice) {
        assertThat(new RequestRefusedException(operation, status(400), "", null))
                .hasMessage(operation.name().toLowerCase(Locale.ROOT)
                        + ": the service refused the request with status 400; " + advice
                        + " and whether the service supports this operation");
    }

    @Test
    void a_message_gives_the_reason_that_an_adapter_knows() {
        String reason = "links to tags need release 2 or later";

        assertThat(new RequestRefusedException(Operation.ASSOCIATE, status(404), "", Optional.empty(), reason, null))
                .hasMessage(
                        "associate: the service refused the request with status 404: links to tags need release 2 or"
                                + " later; check the ids, the configuration and whether the service supports this operation");
        assertThat(new ServiceFailedException(
                        Operation.FIND, Effect.NONE, status(593), "", Optional.empty(), "it asks for an update", null))
                .hasMessage("find: the service failed with status 593: it asks for an update;"
                        + " see text() and the log of the service");
    }

    @ParameterizedTest
    @CsvSource({
        "CREATE, allow more time",
        "SNAPSHOT, 'allow more time, omit the transferables or use stream()'",
        "STREAM, allow more time or omit the transferables",
        "FIND, allow more time",
        "DELETE, allow more time",
        "DISASSOCIATE, allow more time",
        "ASSOCIATE, allow more time"
    })
    void the_advice_about_a_call_that_timed_out_fits_the_operation(Operation operation, String advice) {
        assertThat(new TimedOutException(operation, Effect.NONE, Duration.ofSeconds(1), null))
                .hasMessage(operation.name().toLowerCase(Locale.ROOT) + ": no complete response within 1 s; " + advice);
    }

    @Test
    void a_timeout_with_a_known_reason_has_the_advice_for_that_reason() {
        assertThat(new TimedOutException(
                        Operation.SNAPSHOT,
                        Effect.NONE,
                        Duration.ofSeconds(1),
                        "the queue is full",
                        "wait for a free slot",
                        null))
                .hasMessage("snapshot: no complete response within 1 s: the queue is full; wait for a free slot");
    }

    @ParameterizedTest
    @CsvSource({"/0/id, no string at /0/id", "'', no string"})
    void a_message_about_a_malformed_response_says_where_the_problem_is(String pointer, String problem) {
        assertThat(new MalformedResponseException(Operation.FIND, Effect.NONE, "no string", pointer, null))
                .hasMessage("find: " + problem
                        + "; check that the address belongs to the service and which version it runs");
    }

    @ParameterizedTest
    @CsvSource({"PT2S, 2", "PT1M40S, 100", "PT0.25S, 0.25", "PT0.000000001S, 0.000000001"})
    void a_message_shows_a_time_in_seconds(Duration timeout, String seconds) {
        assertThat(new TimedOutException(Operation.FIND, Effect.NONE, timeout, null))
                .hasMessage("find: no complete response within " + seconds + " s; allow more time");
    }

    @Test
    void a_message_says_that_a_change_may_have_been_made_only_if_the_effect_is_unknown() {
        assertThat(Failures.causedBy(new IOException()))
                .allSatisfy(failure -> assertThat(failure.getMessage().contains(UNKNOWN_EFFECT))
                        .isEqualTo(failure.effect() == Effect.UNKNOWN));
    }

    @ParameterizedTest
    @EnumSource
    void a_message_begins_with_the_operation(Operation operation) {
        assertThat(new ConnectionFailedException(operation, Effect.NONE, "connection refused", null).getMessage())
                .startsWith(operation.name().toLowerCase(Locale.ROOT) + ": ");
    }

    @ParameterizedTest
    @CsvSource({
        "'\n', \\u000a",
        "'\r\n', \\u000d\\u000a",
        "'\u0000', \\u0000",
        "'\u001b[31m', \\u001b[31m",
        "'\u0085', \\u0085",
        "'\u2028', \\u2028",
        "'\u2029', \\u2029",
        "'\u202e', \\u202e",
        "'\udb40\udc01', \\udb40\\udc01",
        "'\ud800', \\ud800"
    })
    void a_message_escapes_characters_that_could_break_its_line_or_hide_in_it(String text, String escaped) {
        assertThat(withText("a" + text + "b"))
                .allSatisfy(failure -> assertThat(failure.getMessage())
                        .contains("a" + escaped + "b")
                        .matches("\\P{C}*"));
    }

    @Test
    void a_message_shows_all_other_characters_as_they_are() {
        assertThat(withText("設計 🚀 \"a\\b\""))
                .allSatisfy(failure -> assertThat(failure).hasMessageContaining("設計 🚀 \"a\\b\""));
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "\n", "🚀"})
    void a_message_has_at_most_1000_characters_and_is_complete_except_for_a_long_text(String part) {
        assertThat(withText(part.repeat(2_000)))
                .allSatisfy(failure -> assertThat(failure.getMessage())
                        .hasSizeLessThanOrEqualTo(1_000)
                        .startsWith("delete: ")
                        .contains("...")
                        .matches(message -> ADVICE.stream().anyMatch(message::endsWith), "ends with its advice")
                        .matches("\\P{C}*"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "\n", "🚀"})
    void a_message_stays_one_line_of_at_most_1000_characters_whatever_an_adapter_says(String part) {
        String text = part.repeat(2_000);
        Duration second = Duration.ofSeconds(1);

        assertThat(Stream.of(
                        new TimedOutException(Operation.DELETE, Effect.UNKNOWN, second, text, text, null),
                        new RequestRefusedException(Operation.DELETE, status(404), "", Optional.empty(), text, null),
                        new ServiceFailedException(
                                Operation.DELETE, Effect.UNKNOWN, status(500), "", Optional.empty(), text, null)))
                .allSatisfy(failure -> assertThat(failure.getMessage())
                        .hasSizeLessThanOrEqualTo(1_000)
                        .startsWith("delete: ")
                        .matches("\\P{C}*"));
    }

    @Test
    void a_message_of_exactly_the_maximal_length_is_not_shortened() {
        String start = "create: ";
        String end = "; check that the service runs and that its address is right";
        String fitting = "x".repeat(1_000 - start.length() - end.length());

        assertThat(new ConnectionFailedException(Operation.CREATE, Effect.NONE, fitting, null))
                .hasMessage(start + fitting + end);
        assertThat(new ConnectionFailedException(Operation.CREATE, Effect.NONE, fitting + "y", null))
                .hasMessage(start + fitting.substring(3) + "..." + end);
    }

    @Test
    void a_malformed_response_keeps_the_whole_pointer_that_its_message_shortens() {
        String pointer = "/" + "x".repeat(2_000);

        assertThat(new MalformedResponseException(Operation.FIND, Effect.NONE, "no string", pointer, null).pointer())
                .isEqualTo(pointer);
    }

    @Test
    void a_message_does_not_contain_the_text_of_the_service() {
        String path = "/home/ada/secret.md";

        assertThat(new RequestRefusedException(Operation.CREATE, status(400), path, null))
                .hasMessageNotContaining("ada");
        assertThat(new ServiceFailedException(Operation.CREATE, Effect.UNKNOWN, status(500), path, null))
                .hasMessageNotContaining("ada");
    }

    @Test
    void a_message_does_not_contain_the_message_of_the_cause() {
        assertThat(Failures.causedBy(new IOException("/home/ada/secret.md")))
                .allSatisfy(failure -> assertThat(failure).hasMessageNotContaining("ada"));
    }

    private static OptionalInt status(int status) {
        return OptionalInt.of(status);
    }

    /** Returns a failure for each way in which text from outside becomes part of a message. */
    private static Stream<AnchorRepositoryException> withText(String text) {
        Operation delete = Operation.DELETE;
        return Stream.of(
                new AnchorNotFoundException(delete, new AnchorId("id " + text.replace("\0", "\\u0000"))),
                new AnchorNotFoundException(
                        delete, Effect.UNKNOWN, new AnchorId("id " + text.replace("\0", "\\u0000")), null),
                new MalformedResponseException(delete, Effect.UNKNOWN, text, "", null),
                new MalformedResponseException(delete, Effect.UNKNOWN, "no string", "/" + text, null),
                new ConnectionFailedException(delete, Effect.UNKNOWN, text, null));
    }
}
