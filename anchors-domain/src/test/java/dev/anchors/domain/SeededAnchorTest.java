package dev.anchors.domain;

import static dev.anchors.domain.Fixtures.SCHEMA;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import java.util.List;
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

class SeededAnchorTest extends ValueContract<SeededAnchor> {

    private static final SeededAnnotation REMARK = SeededAnnotation.of(AnnotationType.COMMENT, "a remark");
    private static final SeededAnnotation SUMMARY = SeededAnnotation.of(AnnotationType.SUMMARY, "in short");
    private static final PersonId ADA = new PersonId("z");
    private static final PersonId BOB = new PersonId("a");

    @Override
    SeededAnchor minimal() {
        return SeededAnchor.file("/home/ada");
    }

    @Override
    String minimalText() {
        return "SeededAnchor[type=FILE, fullpath=/home/ada]";
    }

    @Override
    Set<String> derivedAccessors() {
        return Set.of("type");
    }

    @Override
    Stream<Field<SeededAnchor>> fields() {
        FullPath root = new FullPath("/");
        AssetId asset = new AssetId("x");
        ConversationId conversation = new ConversationId("x");
        return Stream.of(
                field("rawType", SeededAnchor::rawType, "DIRECTORY", SeededAnchor.directory("/home/ada")),
                field("fullpath", SeededAnchor::fullpath, root, SeededAnchor.file("/")),
                optional("name", SeededAnchor::name, Optional.of("notes"), seed -> seed.name("notes")),
                optional("watch", SeededAnchor::watch, Optional.of(false), seed -> seed.watch(false)),
                optional(
                        "platform",
                        SeededAnchor::platform,
                        Optional.of(Platform.WEB),
                        seed -> seed.platform(Platform.WEB)),
                optional("asset", SeededAnchor::asset, Optional.of(asset), seed -> seed.asset(asset)),
                optional(
                        "conversation",
                        SeededAnchor::conversation,
                        Optional.of(conversation),
                        seed -> seed.conversation(conversation)),
                optional("persons", SeededAnchor::persons, Set.of(ADA), seed -> seed.person(ADA)),
                optional("annotations", SeededAnchor::annotations, List.of(REMARK), seed -> seed.annotation(REMARK)),
                optional("schema", SeededAnchor::schema, Optional.of(SCHEMA), seed -> seed.schema(SCHEMA)));
    }

    private static Field<SeededAnchor> optional(
            String name,
            Function<SeededAnchor, ?> reader,
            Object expected,
            UnaryOperator<SeededAnchor.Builder> setter) {
        return field(name, reader, expected, setter.apply(seed()).build());
    }

    private static SeededAnchor.Builder seed() {
        return SeededAnchor.builder(AnchorType.FILE, new FullPath("/home/ada"));
    }

    @ParameterizedTest
    @MethodSource("fields")
    void a_builder_made_from_a_seed_keeps_each_field(Field<SeededAnchor> field) {
        assertThat(field.changed().toBuilder().build()).isEqualTo(field.changed());
    }

    @Test
    void a_seed_keeps_the_order_of_persons_and_annotations() {
        SeededAnchor seed = seed().person(ADA)
                .person(BOB)
                .person(ADA)
                .annotation(SUMMARY)
                .annotation(REMARK)
                .build();

        assertThat(seed.persons()).containsExactly(ADA, BOB);
        assertThat(seed.annotations()).containsExactly(SUMMARY, REMARK);
        assertThat(seed.toBuilder().build().persons()).containsExactly(ADA, BOB);
    }

    @Test
    void a_seed_can_have_the_same_annotation_twice() {
        assertThat(seed().annotation(REMARK).annotation(REMARK).build().annotations())
                .containsExactly(REMARK, REMARK);
    }

    @Test
    void a_seed_does_not_normalize_its_path() {
        assertThat(SeededAnchor.file("/home//ada/../ada/").fullpath().value()).isEqualTo("/home//ada/../ada/");
    }

    @Test
    void a_seed_does_not_change_with_its_builder() {
        SeededAnchor.Builder builder = seed().person(ADA).annotation(REMARK);
        SeededAnchor seed = builder.build();

        builder.person(BOB).annotation(SUMMARY).name("later");

        assertThat(seed).isEqualTo(seed().person(ADA).annotation(REMARK).build());
    }

    @Test
    void a_seed_refuses_a_blank_path() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SeededAnchor.directory(" "))
                .withMessage("path must not be blank, but was \" \"");
    }

    @Test
    void a_seed_of_an_unknown_type_needs_a_raw_type() {
        SeededAnchor.Builder seed = SeededAnchor.builder(AnchorType.UNKNOWN, new FullPath("/"));

        assertThatIllegalArgumentException()
                .isThrownBy(seed::build)
                .withMessage("a seed of type UNKNOWN needs a raw type, which the service knows");
        SeededAnchor unknown = seed.rawType("PLANET").build();
        assertThat(unknown.type()).isEqualTo(AnchorType.UNKNOWN);
        assertThat(unknown.rawType()).isEqualTo("PLANET");
    }

    @Test
    void a_seed_refuses_a_name_with_nul() {
        SeededAnchor.Builder seed = seed().name("a\0b");

        assertThatIllegalArgumentException().isThrownBy(seed::build).withMessageContaining("NUL");
    }

    @Test
    void a_seed_of_a_path_equals_the_seed_of_its_text() {
        assertThat(SeededAnchor.file(new FullPath("/a"))).isEqualTo(SeededAnchor.file("/a"));
        assertThat(SeededAnchor.directory(new FullPath("/a"))).isEqualTo(SeededAnchor.directory("/a"));
    }

    @ParameterizedTest
    @MethodSource("callsWithNull")
    void a_seed_refuses_null(ThrowingCallable call) {
        assertThatNullPointerException().isThrownBy(call);
    }

    static Stream<Named<ThrowingCallable>> callsWithNull() {
        return Stream.of(
                Named.of("path of a file", () -> SeededAnchor.file((String) null)),
                Named.of("path of a directory", () -> SeededAnchor.directory((String) null)),
                Named.of("type", () -> SeededAnchor.builder(null, new FullPath("/"))),
                Named.of("path", () -> SeededAnchor.builder(AnchorType.FILE, null)),
                Named.of("person", () -> seed().person(null)),
                Named.of("annotation", () -> seed().annotation(null)));
    }
}
