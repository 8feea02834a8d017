package dev.anchors.testkit.fake;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.anchors.domain.Anchor;
import dev.anchors.domain.AnchorId;
import dev.anchors.domain.AnchorPoint;
import dev.anchors.domain.AnchorPointId;
import dev.anchors.domain.AnchorType;
import dev.anchors.domain.Anchors;
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
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ResponseJsonTest {

    private static final JsonMapper MAPPER = JsonMapper.builder().build();
    private static final GroupedTimestamp TIME = GroupedTimestamp.of(Instant.parse("2024-04-17T09:30:00Z"));
    private static final EmbeddedModelSchema SCHEMA = new EmbeddedModelSchema(7, "MAJOR_0_MINOR_0_PATCH_1");

    @Test
    void an_anchor_without_optional_fields_is_written_with_the_required_fields() {
        Anchor anchor = anchor("a").build();

        assertThat(written(anchor)).isEqualTo(json("""
                {
                  "id": "a",
                  "type": "FILE",
                  "points": {"iterable": [], "indices": {}},
                  "created": {"value": "2024-04-17T09:30:00Z"},
                  "updated": {"value": "2024-04-17T09:30:00Z"}
                }"""));
    }

    @Test
    void every_field_of_an_anchor_is_written() {
        Anchor anchor = Anchor.builder(new AnchorId("a"), AnchorType.DIRECTORY)
                .schema(SCHEMA)
                .name("payments")
                .watch(false)
                .created(new GroupedTimestamp(TIME.value(), Optional.of("2 days ago")))
                .updated(GroupedTimestamp.of(Instant.parse("2024-04-18T14:05:10.500Z")))
                .deleted(GroupedTimestamp.of(Instant.parse("2024-04-19T10:00:00.000000001Z")))
                .link(new AssetId("as1"))
                .link(new AnnotationId("an"))
                .link(new ConversationId("co"))
                .link(new SummaryId("su"))
                .link(new PersonId("pe"))
                .link(new MessageId("me"))
                .link(new WorkstreamEventId("we"))
                .link(new SourceId("so"))
                .link(new TagId("ta"))
                .link(new AssetId("as0"))
                .score(Score.builder(3, 12)
                        .priority(1L)
                        .reuse(2L)
                        .update(4L)
                        .reference(5L)
                        .searched(9_000_000_000L)
                        .schema(SCHEMA)
                        .build())
                .build();

        assertThat(written(anchor)).isEqualTo(json("""
                {
                  "schema": {"migration": 7, "semantic": "MAJOR_0_MINOR_0_PATCH_1"},
                  "id": "a",
                  "name": "payments",
                  "type": "DIRECTORY",
                  "watch": false,
                  "points": {"iterable": [], "indices": {}},
                  "created": {"value": "2024-04-17T09:30:00Z", "readable": "2 days ago"},
                  "updated": {"value": "2024-04-18T14:05:10.500Z"},
                  "deleted": {"value": "2024-04-19T10:00:00.000000001Z"},
                  "assets": {"iterable": [{"id": "as1"}, {"id": "as0"}], "indices": {"as1": 0, "as0": 1}},
                  "annotations": {"iterable": [{"id": "an"}], "indices": {"an": 0}},
                  "conversations": {"iterable": [{"id": "co"}], "indices": {"co": 0}},
                  "score": {
                    "schema": {"migration": 7, "semantic": "MAJOR_0_MINOR_0_PATCH_1"},
                    "manual": 3, "automatic": 12, "priority": 1, "reuse": 2, "update": 4, "reference": 5,
                    "searched": 9000000000
                  },
                  "summaries": {"iterable": [{"id": "su"}], "indices": {"su": 0}},
                  "persons": {"iterable": [{"id": "pe"}], "indices": {"pe": 0}},
                  "messages": {"iterable": [{"id": "me"}], "indices": {"me": 0}},
                  "workstream_events": {"iterable": [{"id": "we"}], "indices": {"we": 0}},
                  "sources": {"iterable": [{"id": "so"}], "indices": {"so": 0}},
                  "tags": {"iterable": [{"id": "ta"}], "indices": {"ta": 0}}
                }"""));
    }

    @Test
    void the_details_of_a_point_are_written_as_its_reference() {
        AnchorPoint point = AnchorPoint.builder(new AnchorPointId("p"))
                .schema(SCHEMA)
                .verified(true)
                .fullpath(new FullPath("C:\\Users\\José\\\"a\"\n.txt"))
                .created(TIME)
                .updated(TIME)
                .deleted(TIME)
                .platform(Platform.WINDOWS)
                .anchor(new AnchorId("a"))
                .score(Score.of(0, 1))
                .build();

        assertThat(written(anchor("a").point(point).build()).get("points")).isEqualTo(json("""
                {
                  "iterable": [{
                    "id": "p",
                    "reference": {
                      "schema": {"migration": 7, "semantic": "MAJOR_0_MINOR_0_PATCH_1"},
                      "id": "p",
                      "verified": true,
                      "fullpath": "C:\\\\Users\\\\José\\\\\\"a\\"\\n.txt",
                      "created": {"value": "2024-04-17T09:30:00Z"},
                      "updated": {"value": "2024-04-17T09:30:00Z"},
                      "deleted": {"value": "2024-04-17T09:30:00Z"},
                      "platform": "WINDOWS",
                      "anchor": {"id": "a"},
                      "score": {"manual": 0, "automatic": 1}
                    }
                  }],
                  "indices": {"p": 0}
                }"""));
    }

    @Test
    void a_point_without_details_is_written_without_a_reference() {
        Anchor anchor = anchor("a")
                .point(AnchorPoint.of(new AnchorPointId("bare")))
                .point(AnchorPoint.builder(new AnchorPointId("known"))
                        .verified(false)
                        .build())
                .build();

        assertThat(written(anchor).get("points")).isEqualTo(json("""
                {
                  "iterable": [{"id": "bare"}, {"id": "known", "reference": {"id": "known", "verified": false}}],
                  "indices": {"bare": 0, "known": 1}
                }"""));
    }

    @Test
    void two_points_with_one_id_are_written_with_one_index() {
        AnchorPoint point = AnchorPoint.of(new AnchorPointId("p"));
        Anchor anchor = anchor("a").points(List.of(point, point)).build();

        assertThat(new String(ResponseJson.write(anchor), UTF_8))
                .contains("{\"iterable\":[{\"id\":\"p\"},{\"id\":\"p\"}],\"indices\":{\"p\":0}}");
    }

    @Test
    void unknown_types_and_platforms_are_written_unchanged() {
        Anchor anchor = anchor("a")
                .rawType("SYMLINK")
                .point(AnchorPoint.builder(new AnchorPointId("p"))
                        .rawPlatform("HAIKU")
                        .build())
                .build();

        assertThat(written(anchor).get("type").stringValue()).isEqualTo("SYMLINK");
        assertThat(written(anchor).at("/points/iterable/0/reference/platform").stringValue())
                .isEqualTo("HAIKU");
    }

    @Test
    void a_snapshot_is_written_with_its_anchors_score_and_schema() {
        Anchors anchors = Anchors.of(List.of(anchor("b").build(), anchor("a").build()))
                .withScore(Score.of(1, 0))
                .withSchema(SCHEMA);

        JsonNode written = MAPPER.readTree(ResponseJson.write(anchors));

        assertThat(written.propertyNames()).containsExactly("schema", "iterable", "indices", "score");
        assertThat(written.get("iterable").get(0)).isEqualTo(written(anchor("b").build()));
        assertThat(written.get("iterable").get(1)).isEqualTo(written(anchor("a").build()));
        assertThat(written.get("indices")).isEqualTo(json("{\"b\": 0, \"a\": 1}"));
        assertThat(written.get("score")).isEqualTo(json("{\"manual\": 1, \"automatic\": 0}"));
    }

    @Test
    void an_empty_snapshot_is_written_without_anchors() {
        assertThat(new String(ResponseJson.write(Anchors.empty()), UTF_8))
                .isEqualTo("{\"iterable\":[],\"indices\":{}}");
    }

    @ParameterizedTest
    @CsvSource({
        "2024-04-18T16:05:10.5+02:00, 2024-04-18T14:05:10.500Z",
        "2024-02-29T23:59:59.999999-11:30, 2024-03-01T11:29:59.999999Z",
        "1969-12-31T23:59:59Z, 1969-12-31T23:59:59Z"
    })
    void instants_are_written_in_utc(String instant, String written) {
        Anchor anchor = anchor("a")
                .created(GroupedTimestamp.of(OffsetDateTime.parse(instant).toInstant()))
                .build();

        assertThat(written(anchor).at("/created/value").stringValue()).isEqualTo(written);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"größe 設計 🚀", "\ud800", "x\udc80y", "\ud83dx", "\udc00\ud800", "\u2028\u0001\t\"\\/", "\0"})
    void every_character_of_a_name_is_written_even_an_unpaired_surrogate(String text) {
        assertThat(written(anchor("a").name(text).build()).get("name").stringValue())
                .isEqualTo(text);
    }

    private static Anchor.Builder anchor(String id) {
        return Anchor.builder(new AnchorId(id), AnchorType.FILE).created(TIME);
    }

    private static JsonNode written(Anchor anchor) {
        return MAPPER.readTree(ResponseJson.write(anchor));
    }

    private static JsonNode json(String text) {
        return MAPPER.readTree(text);
    }
}
