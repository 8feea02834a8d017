package dev.anchors.http.internal.json;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.anchors.domain.Anchor;
import dev.anchors.domain.AnchorId;
import dev.anchors.domain.AnchorPoint;
import dev.anchors.domain.AnchorPointId;
import dev.anchors.domain.AnchorType;
import dev.anchors.domain.AnnotationId;
import dev.anchors.domain.AssetId;
import dev.anchors.domain.ConversationId;
import dev.anchors.domain.EmbeddedModelSchema;
import dev.anchors.domain.FullPath;
import dev.anchors.domain.GroupedTimestamp;
import dev.anchors.domain.MessageId;
import dev.anchors.domain.PersonId;
import dev.anchors.domain.Platform;
import dev.anchors.domain.Score;
import dev.anchors.domain.SourceId;
import dev.anchors.domain.SummaryId;
import dev.anchors.domain.TagId;
import dev.anchors.domain.WorkstreamEventId;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class AnchorReaderTest {

    private static final AnchorId ID = new AnchorId("a");
    private static final GroupedTimestamp MADE = at("2024-05-01T08:00:00Z");
    private static final EmbeddedModelSchema SCHEMA = new EmbeddedModelSchema(3, "MAJOR_0_MINOR_0_PATCH_1");

    @Test
    void every_field_of_an_anchor_is_read() throws IOException {
        Anchor expected = Anchor.builder(new AnchorId("anchor-1"), AnchorType.DIRECTORY)
                .schema(SCHEMA)
                .name("recipes")
                .watch(true)
                .point(AnchorPoint.builder(new AnchorPointId("point-1"))
                        .schema(SCHEMA)
                        .verified(true)
                        .fullpath(new FullPath("/home/ada/recipes"))
                        .created(at("2024-05-01T08:00:00.25Z", "yesterday"))
                        .updated(at("2024-05-02T06:00:00Z"))
                        .deleted(at("2024-05-03T08:00:00Z"))
                        .platform(Platform.LINUX)
                        .anchor(new AnchorId("anchor-1"))
                        .score(Score.builder(0, 0).reference(1L).build())
                        .build())
                .point(AnchorPoint.builder(new AnchorPointId("point-2"))
                        .verified(false)
                        .fullpath(new FullPath("C:\\Users\\ada\\recipes"))
                        .created(MADE)
                        .updated(MADE)
                        .platform(Platform.WINDOWS)
                        .anchor(new AnchorId("anchor-1"))
                        .build())
                .created(at("2024-05-01T08:00:00.25Z", "yesterday"))
                .updated(at("2024-05-02T06:00:00.5Z", "just now"))
                .deleted(at("2024-05-04T08:00:00Z", "now"))
                .link(new AssetId("asset-2"))
                .link(new AssetId("asset-1"))
                .link(new AnnotationId("annotation-1"))
                .link(new ConversationId("conversation-1"))
                .link(new SummaryId("summary-1"))
                .score(Score.builder(1, 2)
                        .schema(SCHEMA)
                        .priority(3L)
                        .reuse(4L)
                        .update(5L)
                        .reference(6L)
                        .searched(7L)
                        .build())
                .build();

        Anchor anchor = AnchorReader.read(resource("anchor-full.json"), CancellationToken.NONE);

        assertThat(anchor).isEqualTo(expected);
        assertThat(ReadableTimes.of(List.of(anchor))).isEqualTo(ReadableTimes.of(List.of(expected)));
        assertThat(anchor.assets()).containsExactly(new AssetId("asset-2"), new AssetId("asset-1"));
    }

    @Test
    void links_that_later_releases_added_are_read() throws IOException {
        Anchor anchor = AnchorReader.read(resource("anchor-later-fields.json"), CancellationToken.NONE);

        assertThat(anchor.links())
                .containsExactlyInAnyOrder(
                        new PersonId("person-1"),
                        new MessageId("message-1"),
                        new WorkstreamEventId("event-1"),
                        new SourceId("source-1"),
                        new TagId("tag-1"));
    }

    @Test
    void unknown_types_are_kept_and_unknown_fields_passed_over() throws IOException {
        Anchor anchor = AnchorReader.read(resource("anchor-future.json"), CancellationToken.NONE);

        assertThat(anchor)
                .isEqualTo(Anchor.builder(new AnchorId("anchor-1"), AnchorType.UNKNOWN)
                        .rawType("SHORTCUT")
                        .schema(new EmbeddedModelSchema(99, "MAJOR_9_MINOR_1_PATCH_0"))
                        .point(AnchorPoint.builder(new AnchorPointId("point-1"))
                                .fullpath(new FullPath("/boot/home/plan"))
                                .rawPlatform("HAIKU")
                                .anchor(new AnchorId("anchor-1"))
                                .build())
                        .created(at("2031-01-01T00:00:00Z"))
                        .score(Score.of(0, 0))
                        .build());
        assertThat(anchor.type()).isEqualTo(AnchorType.UNKNOWN);
        assertThat(anchor.points().get(0).platform()).contains(Platform.UNKNOWN);
    }

    @Test
    void paths_are_read_unchanged() throws IOException {
        Anchor anchor = AnchorReader.read(resource("anchor-odd-paths.json"), CancellationToken.NONE);

        assertThat(anchor.name()).contains("odd “paths” 🗂 ü");
        assertThat(anchor.paths())
                .extracting(FullPath::value)
                .containsExactly(
                        "/home/zoë/設計 メモ 🚀.md",
                        "C:\\Users\\José\\a&b;c=100%.txt",
                        "\\\\server\\team share$\\plan.docx",
                        "file:///home/ada/x%20y.txt?z=1#frag",
                        "/tmp/new\nline\t\"quoted\"'s",
                        "../relative/./dir/");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void an_anchor_may_lack_fields_or_hold_others(
            String description, String members, UnaryOperator<Anchor.Builder> expected) throws IOException {
        Anchor anchor = read(
                "{\"id\":\"a\",\"type\":\"FILE\",\"created\":{\"value\":\"2024-05-01T08:00:00Z\"}" + members + "}");

        Anchor.Builder minimal = Anchor.builder(ID, AnchorType.FILE).created(MADE);
        assertThat(anchor).isEqualTo(expected.apply(minimal).build());
    }

    static Stream<Arguments> an_anchor_may_lack_fields_or_hold_others() {
        AnchorPoint bare = AnchorPoint.of(new AnchorPointId("p"));
        return Stream.of(
                anchor("only required fields", "", it -> it),
                anchor("nulls", """
                        ,"name":null,"watch":null,"points":null,"updated":null,"deleted":null,"assets":null,"score":null,
                        "schema":null,"tags":null""", it -> it),
                anchor("an empty name", ",\"name\":\"\"", it -> it.name("")),
                anchor("a blank name", ",\"name\":\" \"", it -> it.name(" ")),
                anchor("a type in another letter case", ",\"type\":\"file\"", it -> it.rawType("file")),
                anchor("empty collections", ",\"points\":{},\"assets\":{}", it -> it),
                anchor("nulls in collections", """
                        ,"points":{"iterable":null,"indices":null},"assets":{"iterable":[null,{"id":"x"},null]}""", it -> it.link(new AssetId("x"))),
                anchor("a point without reference", points("{\"id\":\"p\"}"), it -> it.point(bare)),
                anchor(
                        "a point with null for reference",
                        points("{\"id\":\"p\",\"reference\":null}"),
                        it -> it.point(bare)),
                anchor(
                        "a point with an empty reference",
                        points("{\"id\":\"p\",\"reference\":{}}"),
                        it -> it.point(bare)),
                anchor(
                        "a point whose id is in its reference alone",
                        points("{\"reference\":{\"id\":\"p\"}}"),
                        it -> it.point(bare)),
                anchor(
                        "a point of another anchor",
                        points("{\"id\":\"p\",\"reference\":{\"anchor\":{\"id\":\"b\"}}}"),
                        it -> it.point(
                                bare.toBuilder().anchor(new AnchorId("b")).build())),
                anchor(
                        "an empty platform",
                        points("{\"id\":\"p\",\"reference\":{\"platform\":\"\"}}"),
                        it -> it.point(bare.toBuilder().rawPlatform("").build())),
                anchor("positions alone", ",\"assets\":{\"indices\":{\"x\":0}}", it -> it),
                anchor(
                        "an asset that is no longer linked, positions behind the links",
                        """
                        ,"assets":{"iterable":[{"id":"x"},{"id":"y"}],"indices":{"x":-1,"y":0}}""",
                        it -> it.link(new AssetId("y"))),
                anchor(
                        "an asset that is no longer linked, positions before the links",
                        """
                        ,"assets":{"indices":{"y":0,"x":-1},"iterable":[{"id":"x"},{"id":"y"}]}""",
                        it -> it.link(new AssetId("y"))),
                anchor(
                        "an asset that is no longer linked, and a linked tag of the same id",
                        """
                        ,"assets":{"iterable":[{"id":"x"}],"indices":{"x":-1}},"tags":{"iterable":[{"id":"x"}]}""",
                        it -> it.link(new TagId("x"))),
                anchor("a point that is no longer linked", """
                        ,"points":{"iterable":[{"id":"p"},{"id":"q"}],"indices":{"p":0,"q":-1}}""", it -> it.point(bare)),
                anchor(
                        "a link that occurs twice",
                        ",\"tags\":{\"iterable\":[{\"id\":\"x\"},{\"id\":\"x\"}]}",
                        it -> it.link(new TagId("x"))),
                anchor("an empty score", ",\"score\":{}", it -> it.score(Score.of(0, 0))),
                anchor("a version stamp without text", ",\"schema\":{\"migration\":3}", it -> it),
                anchor(
                        "a version stamp without number",
                        ",\"schema\":{\"semantic\":\"S\"}",
                        it -> it.schema(new EmbeddedModelSchema(0, "S"))),
                anchor(
                        "null for a readable time",
                        ",\"updated\":{\"readable\":null,\"value\":\"2024-05-02T08:00:00Z\"}",
                        it -> it.updated(at("2024-05-02T08:00:00Z"))));
    }

    @ParameterizedTest(name = "{0} at {1}: {2}")
    @CsvSource(delimiter = '|', quoteCharacter = '^', textBlock = """
                    missing     | /id                | {"id":null,"type":"FILE","created":{"value":"2024-05-01T08:00:00Z"}}
                    missing     | /id                | {"id":" ","type":"FILE","created":{"value":"2024-05-01T08:00:00Z"}}
                    missing     | /created           | {"id":"a","type":"FILE","updated":{"value":"2024-05-01T08:00:00Z"}}
                    missing     | /created           | {"id":"a","type":"FILE","created":{"value":"2024-05-01T08:00:00Z"},"created":null}
                    missing     | /updated/value     | {"id":"a","type":"FILE","updated":{}}
                    an object   | ^^                 | []
                    an object   | ^^                 | "a"
                    an object   | ^^                 | null
                    without NUL | /id                | {"id":"x\\u0000"}
                    without NUL | /type              | {"type":"x\\u0000"}
                    without NUL | /points/iterable/0/reference/fullpath | {"points":{"iterable":[{"id":"p","reference":{"fullpath":"\\u0000"}}]}}
                    without NUL | /tags/iterable/0/id | {"tags":{"iterable":[{"id":"x\\u0000y"}]}}
                    ISO 8601    | /updated/value     | {"updated":{"value":"yesterday"}}
                    ISO 8601    | /points/iterable/0/reference/created/value | {"points":{"iterable":[{"id":"p","reference":{"created":{"value":"2023-02-29T00:00:00Z"}}}]}}
                    """)
    void a_malformed_anchor_is_refused_with_what_is_wrong_and_where(String problem, String pointer, String json) {
        MalformedBodyException failure = catchThrowableOfType(MalformedBodyException.class, () -> read(json));

        assertThat(failure).hasMessageContaining(problem);
        assertThat(failure.pointer()).isEqualTo(pointer);
    }

    @Test
    void the_id_of_an_anchor_is_held_once_and_known_types_once_in_the_program() throws IOException {
        Anchor anchor = read("""
                {"id":"a","type":"FILE","created":{"value":"2024-05-01T08:00:00Z"},
                "points":{"iterable":[{"id":"p","reference":{"platform":"LINUX","anchor":{"id":"a"}}}]}}""");

        assertThat(anchor.points().get(0).anchor().orElseThrow()).isSameAs(anchor.id());
        assertThat(anchor.points().get(0).rawPlatform().orElseThrow()).isSameAs(Platform.LINUX.name());
        assertThat(anchor.rawType()).isSameAs(AnchorType.FILE.name());
    }

    @Test
    void the_body_is_read_to_its_end_and_stays_open() throws IOException {
        boolean[] closed = {false};
        InputStream body =
                new ByteArrayInputStream(
                        "{\"id\":\"a\",\"type\":\"FILE\",\"created\":{\"value\":\"2024-05-01T08:00:00Z\"}} \n "
                                .getBytes(UTF_8)) {
                    @Override
                    public void close() {
                        closed[0] = true;
                    }
                };

        AnchorReader.read(body, CancellationToken.NONE);

        assertThat(body.available()).isZero();
        assertThat(closed[0]).isFalse();
    }

    private static Arguments anchor(String description, String members, UnaryOperator<Anchor.Builder> expected) {
        return arguments(description, members, expected);
    }

    private static String points(String point) {
        return ",\"points\":{\"iterable\":[" + point + "]}";
    }

    private static Anchor read(String json) throws IOException {
        return AnchorReader.read(new ByteArrayInputStream(json.getBytes(UTF_8)), CancellationToken.NONE);
    }

    private static InputStream resource(String name) {
        return AnchorReaderTest.class.getResourceAsStream(name);
    }

    private static GroupedTimestamp at(String instant) {
        return GroupedTimestamp.of(Instant.parse(instant));
    }

    private static GroupedTimestamp at(String instant, String readable) {
        return new GroupedTimestamp(Instant.parse(instant), Optional.of(readable));
    }
}
