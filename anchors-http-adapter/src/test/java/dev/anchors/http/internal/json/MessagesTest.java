package dev.anchors.http.internal.json;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class MessagesTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '^', textBlock = """
            /*                              | {"/home/rosa/plan":{"x":[?]}}
            /*                              | {"value":1,"rosa":{"value":[?]}}
            /iterable/0/*                   | {"iterable":[{"rosa":[{"id":?}]}]}
            /iterable/0/tags/indices/*      | {"iterable":[{"tags":{"indices":{"rosa":?}}}]}
            /iterable/0/points/iterable/1/* | {"iterable":[{"points":{"iterable":[null,{"rosa":?}]}}]}
            /iterable/0/name                | {"iterable":[{"name":rosa}]}
            /iterable/0/name                | {"iterable":[{"name":"rosa\t"}]}
            /iterable/0/type                | {"iterable":[{"type":"rosa\\u0000"}]}
            /iterable/0/created/value       | {"iterable":[{"created":{"value":"rosa"}}]}
            /iterable/0/points/iterable/0/reference/score/schema/migration | {"iterable":[{"points":{"iterable":[{"reference":{"score":{"schema":{"migration":"rosa"}}}}]}}]}
            """)
    void a_message_shows_known_fields_and_no_text_of_the_body(String pointer, String document) {
        MalformedBodyException failure = failure(document);

        assertThat(failure.pointer()).isEqualTo(pointer);
        assertThat(trace(failure)).doesNotContainIgnoringCase("rosa");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void a_body_that_exceeds_a_limit_of_the_parser_is_refused_with_all_limits(
            String description, String pointer, String document) {
        MalformedBodyException failure = failure(document);

        assertThat(failure)
                .hasMessage("the body exceeds a limit of the JSON parser: values may be nested 500 deep; names may have"
                        + " 50,000, numbers 1,000 and strings 2,000,000 characters");
        assertThat(failure.pointer()).isEqualTo(pointer);
        assertThat(trace(failure)).doesNotContain("1234567890", "yyyyyyyyyy");
    }

    static Stream<Arguments> a_body_that_exceeds_a_limit_of_the_parser_is_refused_with_all_limits() {
        String digits = "1234567890".repeat(100) + "1";
        return Stream.of(
                arguments("arrays", "/*", "{\"x\":" + "[".repeat(500) + "]".repeat(500) + "}"),
                arguments("many arrays", "/*", "{\"x\":" + "[".repeat(100_000)),
                arguments("objects", "/*", "{\"x\":" + "{\"id\":".repeat(500) + "1" + "}".repeat(501)),
                arguments("a name", "", "{\"" + "y".repeat(50_001) + "\":1}"),
                arguments("a name of 6 MB", "", "{\"" + "y".repeat(6_000_000) + "\":[?"),
                arguments("a whole number", "/*", "{\"x\":" + digits + "}"),
                arguments("a whole number that is read", "/score/manual", "{\"score\":{\"manual\":" + digits + "}}"),
                arguments("a decimal number", "/*", "{\"x\":0." + digits + "}"),
                arguments("a string", "/iterable/0/id", "{\"iterable\":[{\"id\":\"" + "y".repeat(2_000_001) + "\"}]}"));
    }

    @Test
    void a_body_at_the_limits_is_read() throws IOException {
        String id = "y".repeat(2_000_000);
        String document = "{\"iterable\":[{\"id\":\"" + id
                + "\",\"created\":{\"value\":\"2024-05-01T08:00:00Z\"}}],\"a\":" + "[".repeat(499) + "]".repeat(499)
                + ",\"" + "y".repeat(50_000) + "\":" + "1".repeat(1_000) + "}";

        assertThat(AnchorsReader.read(new ByteArrayInputStream(document.getBytes(UTF_8)), CancellationToken.NONE))
                .extracting(anchor -> anchor.id().value())
                .containsExactly(id);
    }

    @Test
    void a_string_of_an_unknown_field_has_no_limit() throws IOException {
        String document = "{\"iterable\":[],\"z\":\"" + "y".repeat(20_000_000) + "\"}";

        assertThat(AnchorsReader.read(new ByteArrayInputStream(document.getBytes(UTF_8)), CancellationToken.NONE))
                .isEmpty();
    }

    @Test
    void a_pointer_is_bounded() {
        assertThat(failure("{\"iterable\":[" + "{\"points\":".repeat(400) + "?").pointer())
                .hasSizeLessThan(100);
        assertThat(failure("{\"id\":" + "{\"iterable\":[0,".repeat(200) + "?").pointer())
                .hasSizeLessThan(200);
        assertThat(failure("{\"value\":" + "{\"workstream_events\":".repeat(400) + "?")
                        .pointer())
                .hasSizeLessThan(300);
    }

    private static MalformedBodyException failure(String document) {
        return catchThrowableOfType(
                MalformedBodyException.class,
                () -> AnchorsReader.read(new ByteArrayInputStream(document.getBytes(UTF_8)), CancellationToken.NONE));
    }

    private static String trace(Throwable failure) {
        StringWriter trace = new StringWriter();
        failure.printStackTrace(new PrintWriter(trace));
        return trace.toString();
    }
}
