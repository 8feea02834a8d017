package dev.anchors.domain;

import static dev.anchors.domain.Fixtures.SCHEMA;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SeededAnnotationTest extends ValueContract<SeededAnnotation> {

    private static final AssetId ASSET = new AssetId("x");
    private static final PersonId PERSON = new PersonId("x");
    private static final AnchorId ANCHOR = new AnchorId("x");
    private static final ConversationId CONVERSATION = new ConversationId("x");
    private static final SummaryId SUMMARY = new SummaryId("x");
    private static final WebsiteId WEBSITE = new WebsiteId("x");

    @Override
    SeededAnnotation minimal() {
        return SeededAnnotation.of(AnnotationType.COMMENT, "a remark");
    }

    @Override
    String minimalText() {
        return "SeededAnnotation[type=COMMENT, text=a remark]";
    }

    @Override
    Set<String> derivedAccessors() {
        return Set.of("mechanism");
    }

    @Override
    Stream<Field<SeededAnnotation>> fields() {
        return Stream.of(requiredFields(), detailFields(), linkFields()).flatMap(Function.identity());
    }

    private static Stream<Field<SeededAnnotation>> requiredFields() {
        return Stream.of(
                field(
                        "type",
                        SeededAnnotation::type,
                        AnnotationType.SUMMARY,
                        SeededAnnotation.of(AnnotationType.SUMMARY, "a remark")),
                field(
                        "text",
                        SeededAnnotation::text,
                        "another",
                        SeededAnnotation.of(AnnotationType.COMMENT, "another")));
    }

    private static Stream<Field<SeededAnnotation>> detailFields() {
        return Stream.of(
                detail(
                        "rawMechanism",
                        SeededAnnotation::rawMechanism,
                        "MANUAL",
                        builder -> builder.mechanism(Mechanism.MANUAL)),
                detail("asset", SeededAnnotation::asset, ASSET, builder -> builder.asset(ASSET)),
                detail("person", SeededAnnotation::person, PERSON, builder -> builder.person(PERSON)),
                detail("anchor", SeededAnnotation::anchor, ANCHOR, builder -> builder.anchor(ANCHOR)),
                detail(
                        "conversation",
                        SeededAnnotation::conversation,
                        CONVERSATION,
                        builder -> builder.conversation(CONVERSATION)),
                detail("summary", SeededAnnotation::summary, SUMMARY, builder -> builder.summary(SUMMARY)),
                detail("model", SeededAnnotation::model, "gpt", builder -> builder.model("gpt")),
                detail("pseudo", SeededAnnotation::pseudo, false, builder -> builder.pseudo(false)),
                detail("favorited", SeededAnnotation::favorited, false, builder -> builder.favorited(false)),
                detail("schema", SeededAnnotation::schema, SCHEMA, builder -> builder.schema(SCHEMA)));
    }

    private static Stream<Field<SeededAnnotation>> linkFields() {
        MessageId message = new MessageId("x");
        TagId tag = new TagId("x");
        WorkstreamEventId event = new WorkstreamEventId("x");
        return Stream.of(
                links("messages", SeededAnnotation::messages, message, builder -> builder.link(message)),
                links("assets", SeededAnnotation::assets, ASSET, builder -> builder.link(ASSET)),
                links("persons", SeededAnnotation::persons, PERSON, builder -> builder.link(PERSON)),
                links(
                        "conversations",
                        SeededAnnotation::conversations,
                        CONVERSATION,
                        builder -> builder.link(CONVERSATION)),
                links("tags", SeededAnnotation::tags, tag, builder -> builder.link(tag)),
                links("summaries", SeededAnnotation::summaries, SUMMARY, builder -> builder.link(SUMMARY)),
                links("workstreamEvents", SeededAnnotation::workstreamEvents, event, builder -> builder.link(event)),
                links("anchors", SeededAnnotation::anchors, ANCHOR, builder -> builder.link(ANCHOR)),
                links("websites", SeededAnnotation::websites, WEBSITE, builder -> builder.link(WEBSITE)));
    }

    private static Field<SeededAnnotation> detail(
            String name,
            Function<SeededAnnotation, ?> reader,
            Object value,
            UnaryOperator<SeededAnnotation.Builder> setter) {
        return field(name, reader, Optional.of(value), setter.apply(remark()).build());
    }

    private static Field<SeededAnnotation> links(
            String name,
            Function<SeededAnnotation, ?> reader,
            Object value,
            UnaryOperator<SeededAnnotation.Builder> setter) {
        return field(name, reader, Set.of(value), setter.apply(remark()).build());
    }

    private static SeededAnnotation.Builder remark() {
        return SeededAnnotation.builder(AnnotationType.COMMENT, "a remark");
    }

    @ParameterizedTest
    @MethodSource("unlinkable")
    void a_seeded_annotation_refuses_a_link_of_a_kind_that_the_service_does_not_support(MaterialId material) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> remark().link(material))
                .withMessage("an annotation cannot be linked to " + material);
    }

    static Stream<MaterialId> unlinkable() {
        return Stream.of(new AnnotationId("n-1"), new SourceId("s-1"));
    }

    @Test
    void a_seeded_annotation_can_have_an_empty_text() {
        assertThat(SeededAnnotation.of(AnnotationType.COMMENT, "").text()).isEmpty();
    }

    @Test
    void a_seeded_annotation_keeps_the_order_of_its_links() {
        SeededAnnotation annotation = remark().link(new TagId("z"))
                .link(new TagId("a"))
                .link(new AnchorId("z"))
                .link(new AnchorId("a"))
                .link(new WebsiteId("z"))
                .link(new WebsiteId("a"))
                .build();

        assertThat(annotation.tags()).containsExactly(new TagId("z"), new TagId("a"));
        assertThat(annotation.anchors()).containsExactly(new AnchorId("z"), new AnchorId("a"));
        assertThat(annotation.websites()).containsExactly(new WebsiteId("z"), new WebsiteId("a"));
    }

    @Test
    void a_seeded_annotation_does_not_change_with_its_builder() {
        SeededAnnotation.Builder builder = remark().link(ASSET).link(ANCHOR).link(WEBSITE);
        SeededAnnotation annotation = builder.build();

        builder.link(PERSON)
                .link(new AnchorId("later"))
                .link(new WebsiteId("later"))
                .model("later");

        assertThat(annotation)
                .isEqualTo(remark().link(ASSET).link(ANCHOR).link(WEBSITE).build());
    }

    @ParameterizedTest
    @MethodSource("callsWithNull")
    void a_seeded_annotation_refuses_null(ThrowingCallable call) {
        assertThatNullPointerException().isThrownBy(call);
    }

    static Stream<Named<ThrowingCallable>> callsWithNull() {
        return Stream.of(
                Named.of("type", () -> SeededAnnotation.of(null, "text")),
                Named.of("text", () -> SeededAnnotation.of(AnnotationType.COMMENT, null)),
                Named.of("material", () -> remark().link((MaterialId) null)),
                Named.of("anchor", () -> remark().link((AnchorId) null)),
                Named.of("website", () -> remark().link((WebsiteId) null)));
    }
}
