package dev.anchors.http.internal.json;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.anchors.domain.Anchor;
import dev.anchors.domain.AnchorId;
import dev.anchors.domain.AnchorPoint;
import dev.anchors.domain.Anchors;
import dev.anchors.domain.AssetId;
import dev.anchors.domain.EmbeddedModelSchema;
import dev.anchors.domain.FullPath;
import dev.anchors.domain.Score;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PipedInputStream;
import java.io.PrintWriter;
import java.io.SequenceInputStream;
import java.io.StringWriter;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class AnchorsReaderTest {

    private static final String A = "{\"id\":\"a\",\"type\":\"FILE\",\"created\":{\"value\":\"2024-05-01T08:00:00Z\"}}";

    @Test
    void anchors_are_read_in_their_order_with_score_and_version_stamp() throws IOException {
        Anchors anchors = AnchorsReader.read(
                AnchorsReaderTest.class.getResourceAsStream("anchors-three.json"), CancellationToken.NONE);

        assertThat(anchors)
                .extracting(anchor -> anchor.id().value())
                .containsExactly("anchor-1", "anchor-3", "anchor-2");
        assertThat(anchors.find(new AnchorId("anchor-2")).orElseThrow().isDeleted())
                .isTrue();
        assertThat(anchors.atPath(new FullPath("/home/ada/a.kt"))).hasSize(1);
        assertThat(anchors.linkedTo(new AssetId("asset-1"))).hasSize(2);
        assertThat(anchors.score()).contains(Score.of(1, 0));
        assertThat(anchors.schema()).contains(new EmbeddedModelSchema(3, "MAJOR_0_MINOR_0_PATCH_1"));
    }

    @Test
    void points_have_no_details_where_transferables_were_left_out() throws IOException {
        Anchors anchors = AnchorsReader.read(
                AnchorsReaderTest.class.getResourceAsStream("anchors-without-transferables.json"),
                CancellationToken.NONE);

        Anchor anchor = anchors.asList().get(0);
        assertThat(anchor.points()).extracting(point -> point.id().value()).containsExactly("point-1", "point-2");
        assertThat(anchor.points()).extracting(AnchorPoint::fullpath).allMatch(path -> path.isEmpty());
        assertThat(anchor.assets()).containsExactly(new AssetId("asset-1"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"iterable\":[]}",
                "{\"iterable\":[null]}",
                "{\"indices\":{\"a\":-1},\"iterable\":[]}",
                "{\"iterable\":[],\"indices\":{},\"cursor\":[{\"next\":1}]}",
                " \n{ \"iterable\" : [ ] } \n"
            })
    void an_empty_list_of_anchors_is_an_empty_snapshot(String json) throws IOException {
        assertThat(read(json)).isEqualTo(Anchors.empty());
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"iterable\":null}", "{\"error\":\"out of order\"}"})
    void a_document_without_a_list_of_anchors_is_refused(String json) {
        assertThatExceptionOfType(MalformedBodyException.class)
                .isThrownBy(() -> read(json))
                .satisfies(failure -> assertThat(failure.pointer()).isEqualTo("/iterable"));
    }

    @Test
    void fields_behind_the_anchors_are_read() throws IOException {
        Anchors anchors = read("{\"iterable\":[" + A + "],\"later\":{\"x\":[1]},\"score\":{\"manual\":1}}");

        assertThat(anchors.size()).isEqualTo(1);
        assertThat(anchors.score()).contains(Score.of(1, 0));
    }

    @Test
    void equal_version_stamps_are_held_once() throws IOException {
        String stamp = "{\"schema\":{\"migration\":7,\"semantic\":\"S\"},";
        String document = stamp + "\"iterable\":[" + stamp + A.substring(1) + "," + stamp
                + A.substring(1).replace("\"a\"", "\"b\"") + "]}";

        Anchors anchors = read(document);

        EmbeddedModelSchema schema = anchors.schema().orElseThrow();
        assertThat(anchors)
                .allSatisfy(anchor -> assertThat(anchor.schema().orElseThrow()).isSameAs(schema));
    }

    @Test
    void equal_types_and_readable_times_are_held_once() throws IOException {
        String anchor = A.replace("Z\"}", "Z\",\"readable\":\"2 days ago\"}").replace("FILE", "LATER");

        List<Anchor> anchors = read("{\"iterable\":[" + anchor + "," + anchor.replace("\"a\"", "\"b\"") + "]}")
                .asList();

        assertThat(anchors.get(1).rawType())
                .isEqualTo("LATER")
                .isSameAs(anchors.get(0).rawType());
        assertThat(anchors.get(1).created().readable().orElseThrow())
                .isEqualTo("2 days ago")
                .isSameAs(anchors.get(0).created().readable().orElseThrow());
    }

    @Test
    void each_time_keeps_its_own_readable_text() throws IOException {
        String anchor = A.replace("Z\"}", "Z\",\"readable\":\"a minute ago\"}");
        String later = A.replace("Z\"}", "Z\",\"readable\":\"2 minutes ago\"}").replace("\"a\"", "\"b\"");

        List<Anchor> anchors =
                read("{\"iterable\":[" + anchor + "," + later + "]}").asList();

        assertThat(anchors)
                .extracting(read -> read.created().readable().orElseThrow())
                .containsExactly("a minute ago", "2 minutes ago");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\uFEFF"})
    void text_that_is_not_ascii_is_read_with_and_without_a_byte_order_mark(String mark) throws IOException {
        String document = "{\"iterable\":[" + A.replace("\"type\"", "\"name\":\"zoë 🚀\",\"type\"") + "]}";

        assertThat(read(mark + document).asList().get(0).name()).contains("zoë 🚀");
    }

    @ParameterizedTest(name = "{1}")
    @CsvSource(delimiter = '|', quoteCharacter = '^', textBlock = """
            /iterable/1/created/value | {"id":"b","created":{"value":"yesterday"}}
            /iterable/1/created/value | {"created":{"value":"yesterday"},"id":"b"}
            /iterable/1/name          | {"id":"b","name":7,"created":{"value":"2024-05-01T08:00:00Z"}}
            /iterable/1/created       | {"id":"b"}
            """)
    void an_anchor_that_cannot_be_read_is_named_by_its_position_and_its_id(String pointer, String odd) {
        MalformedBodyException failure = catchThrowableOfType(
                MalformedBodyException.class, () -> read("{\"iterable\":[" + A + "," + odd + "]}"));

        assertThat(failure.pointer()).isEqualTo(pointer);
        assertThat(failure).message().endsWith("; the anchor has the id b");
    }

    @Test
    void the_id_of_an_anchor_that_cannot_be_read_is_shown_escaped_and_shortened() {
        String id = "caf\u00e9 " + "x".repeat(1_000);

        MalformedBodyException failure = catchThrowableOfType(
                MalformedBodyException.class, () -> read("{\"iterable\":[{\"id\":\"" + id + "\",\"name\":7}]}"));

        assertThat(failure).message().endsWith("; the anchor has the id caf\\u00e9\\u0020" + "x".repeat(95));
    }

    @Test
    void an_anchor_whose_id_cannot_be_read_is_named_by_its_position_alone() {
        MalformedBodyException failure = catchThrowableOfType(
                MalformedBodyException.class, () -> read("{\"iterable\":[" + A + ",{\"name\":7}]}"));

        assertThat(failure.pointer()).isEqualTo("/iterable/1/name");
        assertThat(failure).message().doesNotContain("id");
    }

    @Test
    void bytes_of_another_encoding_are_refused() {
        byte[] document =
                ("{\"iterable\":[" + A.replace("\"type\"", "\"name\":\"zo?\",\"type\"") + "]}").getBytes(UTF_8);
        document[new String(document, UTF_8).indexOf('?')] = (byte) 0xEB; // an e with two dots, in another encoding

        MalformedBodyException failure = catchThrowableOfType(
                MalformedBodyException.class,
                () -> AnchorsReader.read(new ByteArrayInputStream(document), CancellationToken.NONE));

        assertThat(failure).hasMessage("the body is not valid UTF-8");
        assertThat(failure.pointer()).isEqualTo("/iterable/0/name");
    }

    @ParameterizedTest(name = "{0} at {1}: {2}")
    @CsvSource(delimiter = '|', quoteCharacter = '^', textBlock = """
                    body is empty     | ^^          | ^^
                    body is empty     | ^^          | ^ \n ^
                    no valid JSON     | ^^          | <html><body>Rosa</body></html>
                    no valid JSON     | ^^          | Rosa
                    no valid JSON     | ^^          | {'iterable':'Rosa'}
                    no valid JSON     | /iterable   | {"iterable":Rosa}
                    no valid JSON     | /iterable/0 | {"iterable":[{Rosa}]}
                    no valid JSON     | /iterable/0/name | {"iterable":[{"name":"Ro\tsa"}]}
                    no valid JSON     | /iterable/0/name | {"iterable":[{"name":"Rosa
                    no valid JSON     | /iterable/1 | {"iterable":[null,
                    no valid JSON     | /score/manual | {"score":{"manual":NaN}}
                    no valid JSON     | ^^          | {"iterable":[]} // Rosa
                    goes on           | ^^          | {"iterable":[]}{}
                    goes on           | ^^          | {"iterable":[]} "Rosa"
                    no valid JSON     | ^^          | {"iterable":[]} Rosa
                    an object         | /iterable/2 | {"iterable":[null,null,"Rosa"]}
                    a required field  | /iterable/0/created | {"iterable":[{"id":"a","type":"FILE","name":"Rosa"}]}
                    the same id       | /iterable   | {"iterable":[{"id":"a","type":"FILE","created":{"value":"2024-05-01T08:00:00Z"}},{"id":"a","type":"FILE","created":{"value":"2024-05-01T08:00:00Z"}}]}
                    """)
    void malformed_anchors_are_refused_without_showing_text_of_the_body(String problem, String pointer, String json) {
        MalformedBodyException failure = catchThrowableOfType(MalformedBodyException.class, () -> read(json));

        assertThat(failure).hasMessageContaining(problem);
        assertThat(failure.pointer()).isEqualTo(pointer);
        StringWriter trace = new StringWriter();
        failure.printStackTrace(new PrintWriter(trace));
        assertThat(trace.toString()).doesNotContain("Rosa");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void an_absurd_body_is_refused(String description, byte[] body) {
        assertThatThrownBy(() -> AnchorsReader.read(new ByteArrayInputStream(body), CancellationToken.NONE))
                .isInstanceOf(MalformedBodyException.class);
    }

    static Stream<Arguments> an_absurd_body_is_refused() {
        return Stream.of(
                arguments("arrays nested 100,000 deep", ("{\"x\":" + "[".repeat(100_000)).getBytes(UTF_8)),
                arguments("a number of a million digits", ("{\"x\":" + "1".repeat(1_000_000) + "}").getBytes(UTF_8)),
                arguments("zeros", new byte[100]),
                arguments("noise", noise()));
    }

    @Test
    void a_broken_connection_is_not_reported_as_a_malformed_body() {
        InputStream body = new SequenceInputStream(
                new ByteArrayInputStream("{\"iterable\":[".getBytes(UTF_8)), new PipedInputStream());

        assertThatThrownBy(() -> AnchorsReader.read(body, CancellationToken.NONE))
                .isInstanceOf(IOException.class)
                .hasMessage("Pipe not connected");
    }

    @Test
    void many_anchors_are_read() throws IOException {
        ByteArrayOutputStream document = new ByteArrayOutputStream();
        document.write("{\"iterable\":[".getBytes(UTF_8));
        for (int i = 0; i < 20_000; i++) {
            document.write(((i == 0 ? "" : ",") + A.replace("\"a\"", "\"a" + i + "\"")).getBytes(UTF_8));
        }
        document.write("]}".getBytes(UTF_8));

        Anchors anchors = AnchorsReader.read(new ByteArrayInputStream(document.toByteArray()), CancellationToken.NONE);

        assertThat(anchors.size()).isEqualTo(20_000);
        assertThat(anchors.asList().get(19_999).id()).isEqualTo(new AnchorId("a19999"));
    }

    private static byte[] noise() {
        byte[] noise = new byte[1_000];
        new Random(3).nextBytes(noise);
        return noise;
    }

    private static Anchors read(String json) throws IOException {
        return AnchorsReader.read(new ByteArrayInputStream(json.getBytes(UTF_8)), CancellationToken.NONE);
    }
}
