package dev.anchors.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class IdentifiersTest {

    /** A kind of identifier, with its name in messages and its constructor. */
    record Kind(String name, Function<String, Object> constructor) {

        Object of(String value) {
            return constructor.apply(value);
        }

        @Override
        public String toString() {
            return name;
        }
    }

    static List<Kind> kinds() {
        return List.of(
                new Kind("anchor id", AnchorId::new),
                new Kind("anchor point id", AnchorPointId::new),
                new Kind("annotation id", AnnotationId::new),
                new Kind("asset id", AssetId::new),
                new Kind("conversation id", ConversationId::new),
                new Kind("message id", MessageId::new),
                new Kind("person id", PersonId::new),
                new Kind("source id", SourceId::new),
                new Kind("summary id", SummaryId::new),
                new Kind("tag id", TagId::new),
                new Kind("website id", WebsiteId::new),
                new Kind("workstream event id", WorkstreamEventId::new));
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void an_id_refuses_null_and_the_message_names_the_kind_of_id(Kind kind) {
        assertThatNullPointerException().isThrownBy(() -> kind.of(null)).withMessage(kind.name());
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void an_id_with_blank_text_is_refused_and_the_message_shows_the_text(Kind kind) {
        for (String blank : List.of("", " ", "\t \n", "\u2003")) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> kind.of(blank))
                    .withMessage(kind.name() + " must not be blank, but was \"" + blank + "\"");
        }
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void an_id_with_a_nul_is_refused_and_the_message_shows_where(Kind kind) {
        for (String text : List.of("\0", "\0b", "a\0", "a\0b")) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> kind.of(text))
                    .withMessage(kind.name() + " must not contain a NUL character, but was \""
                            + text.replace("\0", "\\0") + "\"");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {" a ", "a/b", "..", "100%", "%2F", "a?b#c", "\"quoted\"", "\\", "a\nb", "設計 🚀", "e\u0301"})
    void an_id_keeps_any_other_text_unchanged(String value) {
        assertThat(new AnchorId(value).value()).isEqualTo(value);
        assertThat(new AssetId(value).value()).isEqualTo(value);
    }

    @Test
    void an_id_can_have_any_length() {
        assertThat(new AnchorId("x".repeat(100_000)).value()).hasSize(100_000);
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void an_id_equals_only_ids_of_the_same_kind_with_the_same_text(Kind kind) {
        assertThat(kind.of("one")).isEqualTo(kind.of("one")).hasSameHashCodeAs(kind.of("one"));
        assertThat(kind.of("one")).isNotEqualTo(kind.of("One"));
        assertThat(kinds())
                .filteredOn(other -> !other.name().equals(kind.name()))
                .noneSatisfy(other -> assertThat(other.of("one")).isEqualTo(kind.of("one")));
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void ids_are_ordered_by_their_text(Kind kind) {
        Stream<Object> ids = Stream.of("b", "a", "B", "ab", "é").map(kind::of);

        assertThat(ids.sorted()).containsExactly(kind.of("B"), kind.of("a"), kind.of("ab"), kind.of("b"), kind.of("é"));
    }

    @Test
    void the_tests_of_ids_cover_every_kind_of_material() {
        Stream<Class<?>> tested = kinds().stream().map(kind -> kind.of("one").getClass());

        assertThat(Arrays.<Class<?>>asList(MaterialId.class.getPermittedSubclasses()))
                .isSubsetOf(tested.toList());
    }
}
