package dev.anchors.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Iterator;
import java.util.List;
import org.junit.jupiter.api.Test;

class SeedBecomesAnchorTest {

    private static final AnchorId ID = new AnchorId("anchor-1");
    private static final AnchorPointId POINT_ID = new AnchorPointId("point-1");
    private static final Instant NOW = Instant.parse("2024-04-17T09:30:00.123456789Z");
    private static final AssetId ASSET = new AssetId("asset-1");
    private static final ConversationId CONVERSATION = new ConversationId("conversation-1");
    private static final PersonId PERSON = new PersonId("person-1");
    private static final EmbeddedModelSchema SCHEMA = new EmbeddedModelSchema(7, "MAJOR_0_MINOR_0_PATCH_1");

    @Test
    void an_anchor_made_from_a_seed_has_every_field_of_the_seed() {
        SeededAnchor seed = SeededAnchor.builder(AnchorType.DIRECTORY, new FullPath("/notes/../src/"))
                .name("source")
                .watch(true)
                .platform(Platform.LINUX)
                .asset(ASSET)
                .conversation(CONVERSATION)
                .person(PERSON)
                .annotation(SeededAnnotation.of(AnnotationType.COMMENT, "a remark"))
                .annotation(SeededAnnotation.of(AnnotationType.COMMENT, "a remark"))
                .schema(SCHEMA)
                .build();
        Iterator<AnnotationId> annotations =
                List.of(new AnnotationId("one"), new AnnotationId("two")).iterator();

        Anchor anchor = seed.toAnchor(ID, POINT_ID, annotations::next, NOW);

        GroupedTimestamp created = GroupedTimestamp.of(NOW);
        assertThat(anchor)
                .isEqualTo(Anchor.builder(ID, AnchorType.DIRECTORY)
                        .name("source")
                        .watch(true)
                        .point(AnchorPoint.builder(POINT_ID)
                                .fullpath(new FullPath("/src"))
                                .platform(Platform.LINUX)
                                .created(created)
                                .updated(created)
                                .anchor(ID)
                                .build())
                        .link(ASSET)
                        .link(CONVERSATION)
                        .link(PERSON)
                        .link(new AnnotationId("one"))
                        .link(new AnnotationId("two"))
                        .created(created)
                        .schema(SCHEMA)
                        .build());
    }

    @Test
    void an_anchor_made_from_a_seed_lacks_the_fields_that_the_seed_lacks() {
        Anchor anchor = SeededAnchor.file("notes").toAnchor(ID, POINT_ID, () -> new AnnotationId("unused"), NOW);

        assertThat(anchor.name()).isEmpty();
        assertThat(anchor.watch()).isEmpty();
        assertThat(anchor.links()).isEmpty();
        assertThat(anchor.deleted()).isEmpty();
        assertThat(anchor.schema()).isEmpty();
        assertThat(anchor.points())
                .singleElement()
                .satisfies(point -> assertThat(point.platform()).isEmpty());
    }
}
