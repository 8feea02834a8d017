package dev.anchors.domain;

import static dev.anchors.domain.Fixtures.LATER;
import static dev.anchors.domain.Fixtures.NOON;
import static dev.anchors.domain.Fixtures.SCHEMA;
import static dev.anchors.domain.Fixtures.SCORE;
import static dev.anchors.domain.Fixtures.anchor;
import static dev.anchors.domain.Fixtures.pointAt;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class AnchorFieldsTest extends ValueContract<Anchor> {

    @Override
    Anchor minimal() {
        return anchor("a-1").build();
    }

    @Override
    String minimalText() {
        return "Anchor[id=a-1, type=FILE, created=" + NOON + ", updated=" + NOON + "]";
    }

    @Override
    Set<String> derivedAccessors() {
        return Set.of("type", "paths", "createdAt", "updatedAt", "isDeleted", "links", "toDetailedString");
    }

    @Override
    String text(Anchor anchor) {
        return anchor.toDetailedString();
    }

    @Override
    Stream<Field<Anchor>> fields() {
        AnchorPoint point = pointAt("p-1", "/home/ada");
        return Stream.of(
                row("id", Anchor::id, new AnchorId("a-2"), anchor("a-2")),
                row("rawType", Anchor::rawType, "SYMLINK", anchor("a-1").rawType("SYMLINK")),
                row("name", Anchor::name, Optional.of("notes"), anchor("a-1").name("notes")),
                row("watch", Anchor::watch, Optional.of(false), anchor("a-1").watch(false)),
                row("points", Anchor::points, List.of(point), anchor("a-1").point(point)),
                row(
                        "created",
                        Anchor::created,
                        LATER,
                        anchor("a-1").created(LATER).updated(NOON)),
                row("updated", Anchor::updated, LATER, anchor("a-1").updated(LATER)),
                row(
                        "deleted",
                        Anchor::deleted,
                        Optional.of(LATER),
                        anchor("a-1").deleted(LATER)),
                link("assets", Anchor::assets, new AssetId("m-1")),
                link("annotations", Anchor::annotations, new AnnotationId("m-1")),
                link("conversations", Anchor::conversations, new ConversationId("m-1")),
                link("summaries", Anchor::summaries, new SummaryId("m-1")),
                link("persons", Anchor::persons, new PersonId("m-1")),
                link("messages", Anchor::messages, new MessageId("m-1")),
                link("tags", Anchor::tags, new TagId("m-1")),
                link("sources", Anchor::sources, new SourceId("m-1")),
                link("workstreamEvents", Anchor::workstreamEvents, new WorkstreamEventId("m-1")),
                row("score", Anchor::score, Optional.of(SCORE), anchor("a-1").score(SCORE)),
                row("schema", Anchor::schema, Optional.of(SCHEMA), anchor("a-1").schema(SCHEMA)));
    }

    private static Field<Anchor> row(String name, Function<Anchor, ?> reader, Object expected, Anchor.Builder changed) {
        return field(name, reader, expected, changed.build());
    }

    private static Field<Anchor> link(String name, Function<Anchor, ?> reader, MaterialId material) {
        return row(name, reader, Set.of(material), anchor("a-1").link(material));
    }

    @ParameterizedTest
    @MethodSource("fields")
    void a_builder_made_from_an_anchor_keeps_each_field(Field<Anchor> field) {
        assertThat(field.changed().toBuilder().build()).isEqualTo(field.changed());
    }
}
