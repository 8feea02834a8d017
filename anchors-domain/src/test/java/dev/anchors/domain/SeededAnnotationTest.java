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
    SeededAnnotation plain() {
        return SeededAnnotation.of(AnnotationType.COMMENT, "a remark");
    }

    @Override
    String plainText() {
        return "SeededAnnotation[type=COMMENT, text=a remark]";
    }

    @Override
    Stream<Field<SeededAnnotation>> fields() {
        return Stream.of(required(), single(), sets()).flatMap(Function.identity());
    }

    private static Stream<Field<SeededAnnotation>> required() {
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

    private static Stream<Field<SeededAnnotation>> single() {
        return Stream.of(
                one("mechanism", SeededAnnotation::mechanism, Mechanism.MANUAL, to -> to.mechanism(Mechanism.MANUAL)),
                one("asset", SeededAnnotation::asset, ASSET, to -> to.asset(ASSET)),
                one("person", SeededAnnotation::person, PERSON, to -> to.person(PERSON)),
                one("anchor", SeededAnnotation::anchor, ANCHOR, to -> to.anchor(ANCHOR)),
                one("conversation", SeededAnnotation::conversation, CONVERSATION, to -> to.conversation(CONVERSATION)),
                one("summary", SeededAnnotation::summary, SUMMARY, to -> to.summary(SUMMARY)),
                one("model", SeededAnnotation::model, "gpt", to -> to.model("gpt")),
                one("pseudo", SeededAnnotation::pseudo, false, to -> to.pseudo(false)),
                one("favorited", SeededAnnotation::favorited, false, to -> to.favorited(false)),
                one("schema", SeededAnnotation::schema, SCHEMA, to -> to.schema(SCHEMA)));
    }

    private static Stream<Field<SeededAnnotation>> sets() {
        MessageId message = new MessageId("x");
        TagId tag = new TagId("x");
        WorkstreamEventId event = new WorkstreamEventId("x");
        return Stream.of(
                set("messages", SeededAnnotation::messages, message, to -> to.link(message)),
                set("assets", SeededAnnotation::assets, ASSET, to -> to.link(ASSET)),
                set("persons", SeededAnnotation::persons, PERSON, to -> to.link(PERSON)),
                set("conversations", SeededAnnotation::conversations, CONVERSATION, to -> to.link(CONVERSATION)),
                set("tags", SeededAnnotation::tags, tag, to -> to.link(tag)),
                set("summaries", SeededAnnotation::summaries, SUMMARY, to -> to.link(SUMMARY)),
                set("workstreamEvents", SeededAnnotation::workstreamEvents, event, to -> to.link(event)),
                set("anchors", SeededAnnotation::anchors, ANCHOR, to -> to.link(ANCHOR)),
                set("websites", SeededAnnotation::websites, WEBSITE, to -> to.link(WEBSITE)));
    }

    private static Field<SeededAnnotation> one(
            String name,
            Function<SeededAnnotation, ?> reader,
            Object value,
            UnaryOperator<SeededAnnotation.Builder> setter) {
        return field(name, reader, Optional.of(value), setter.apply(remark()).build());
    }

    private static Field<SeededAnnotation> set(
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
    void refuses_a_link_that_the_service_does_not_know_of_an_annotation(MaterialId material) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> remark().link(material))
                .withMessage("an annotation cannot be linked to " + material);
    }

    static Stream<MaterialId> unlinkable() {
        return Stream.of(new AnnotationId("n-1"), new SourceId("s-1"));
    }

    @Test
    void may_say_nothing() {
        assertThat(SeededAnnotation.of(AnnotationType.COMMENT, "").text()).isEmpty();
    }

    @Test
    void keeps_links_in_the_order_they_were_given() {
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
    void is_detached_from_its_builder() {
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
    void refuses_null(ThrowingCallable call) {
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
