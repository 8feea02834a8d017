package dev.anchors.ports;

import static org.assertj.core.api.Assertions.assertThat;

import dev.anchors.domain.AnchorId;
import java.io.IOException;
import java.time.Duration;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** A message is one line: the operation, what happened, what to do. */
class FailureMessagesTest {

    private static final String DOUBT = "it may have been applied, so look before trying again";

    @ParameterizedTest
    @MethodSource
    void a_message_tells_what_happened_and_what_to_do(AnchorRepositoryException failure, String message) {
        assertThat(failure).hasMessage(message);
    }

    static Stream<Arguments> a_message_tells_what_happened_and_what_to_do() {
        return Stream.of(
                Arguments.of(
                        new AnchorNotFoundException(Operation.DELETE, new AnchorId("a-1")),
                        "delete: there is no anchor a-1;"
                                + " take a new snapshot: the id is unknown or the anchor is deleted"),
                Arguments.of(
                        new InterruptedCallException(Operation.FIND, Effect.NONE, null),
                        "find: the calling thread was interrupted; its interrupt flag is set: end the work, or clear it first"),
                Arguments.of(
                        new RequestRefusedException(Operation.CREATE, 400, "", null),
                        "create: the service refused the request with status 400;"
                                + " check the seed, the headers and whether this service knows the operation"),
                Arguments.of(
                        new ServiceFailedException(Operation.DISASSOCIATE, Effect.UNKNOWN, 503, "", null),
                        "disassociate: the service failed with status 503; " + DOUBT
                                + "; text() has its words; its own log may say more"),
                Arguments.of(
                        new ConnectionFailedException(Operation.CREATE, Effect.NONE, "nobody listens", null),
                        "create: nobody listens; check that the service runs and that the address is right"));
    }

    @ParameterizedTest
    @CsvSource({"/0/id, no string at /0/id", "'', no string"})
    void a_message_names_the_place_of_what_cannot_be_understood_if_it_has_one(String pointer, String problem) {
        assertThat(new MalformedResponseException(Operation.SNAPSHOT, Effect.NONE, "no string", pointer, null))
                .hasMessage("snapshot: " + problem
                        + "; check that the address is that of the service and which release it is");
    }

    @ParameterizedTest
    @CsvSource({"PT2S, 2", "PT1M40S, 100", "PT0.25S, 0.25", "PT0.000000001S, 0.000000001"})
    void a_message_tells_a_time_in_seconds(Duration timeout, String seconds) {
        assertThat(new TimedOutException(Operation.STREAM, Effect.NONE, timeout, null))
                .hasMessage("stream: no whole answer within " + seconds + " s; allow more time, or ask for less");
    }

    @Test
    void a_message_shows_doubt_only_where_the_effect_is_unknown() {
        assertThat(Failures.causedBy(new IOException()))
                .allSatisfy(failure ->
                        assertThat(failure.getMessage().contains(DOUBT)).isEqualTo(failure.effect() == Effect.UNKNOWN));
    }

    @ParameterizedTest
    @EnumSource
    void a_message_begins_with_the_operation(Operation operation) {
        assertThat(new ConnectionFailedException(operation, Effect.NONE, "nobody listens", null).getMessage())
                .startsWith(operation.name().toLowerCase(Locale.ROOT) + ": ");
    }

    @Test
    void a_message_stays_one_line_whatever_goes_into_it() {
        assertThat(Stream.of(
                        new AnchorNotFoundException(Operation.FIND, new AnchorId("a\nb")),
                        new MalformedResponseException(Operation.FIND, Effect.NONE, "no\r\nJSON", "/a\u2028b", null),
                        new ConnectionFailedException(Operation.FIND, Effect.NONE, "gone\rfor\u0085good", null)))
                .allSatisfy(failure -> assertThat(failure.getMessage().lines()).hasSize(1))
                .noneSatisfy(failure -> assertThat(failure.getMessage()).containsPattern("\\R"));
    }

    @Test
    void a_message_holds_nothing_of_what_the_service_said() {
        String path = "/home/ada/secret.md";

        assertThat(new RequestRefusedException(Operation.CREATE, 400, path, null))
                .hasMessageNotContaining("ada");
        assertThat(new ServiceFailedException(Operation.CREATE, Effect.UNKNOWN, 500, path, null))
                .hasMessageNotContaining("ada");
    }

    @Test
    void a_message_holds_nothing_of_the_cause() {
        assertThat(Failures.causedBy(new IOException("/home/ada/secret.md")))
                .allSatisfy(failure -> assertThat(failure).hasMessageNotContaining("ada"));
    }
}
