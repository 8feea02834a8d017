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

    /** A kind of identifier: the words for it in a message, and its constructor. */
    record Kind(String words, Function<String, Object> constructor) {

        Object of(String value) {
            return constructor.apply(value);
        }

        @Override
        public String toString() {
            return words;
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
    void refuses_null_and_says_what_is_missing(Kind kind) {
        assertThatNullPointerException().isThrownBy(() -> kind.of(null)).withMessage(kind.words());
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void refuses_blank_text_and_shows_it(Kind kind) {
        for (String blank : List.of("", " ", "\t \n", "\u2003")) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> kind.of(blank))
                    .withMessage(kind.words() + " must not be blank, but was \"" + blank + "\"");
        }
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void refuses_a_nul_and_shows_where_it_stands(Kind kind) {
        for (String text : List.of("\0", "\0b", "a\0", "a\0b")) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> kind.of(text))
                    .withMessage(kind.words() + " must not contain a NUL character, but was \""
                            + text.replace("\0", "\\0") + "\"");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {" a ", "a/b", "..", "100%", "%2F", "a?b#c", "\"quoted\"", "\\", "a\nb", "設計 🚀", "e\u0301"})
    void accepts_any_other_text_as_it_is(String value) {
        assertThat(new AnchorId(value).value()).isEqualTo(value);
        assertThat(new AssetId(value).value()).isEqualTo(value);
    }

    @Test
    void accepts_an_id_of_any_length() {
        assertThat(new AnchorId("x".repeat(100_000)).value()).hasSize(100_000);
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void equals_an_id_of_the_same_kind_and_text_alone(Kind kind) {
        assertThat(kind.of("one")).isEqualTo(kind.of("one")).hasSameHashCodeAs(kind.of("one"));
        assertThat(kind.of("one")).isNotEqualTo(kind.of("One"));
        assertThat(kinds())
                .filteredOn(other -> !other.words().equals(kind.words()))
                .noneSatisfy(other -> assertThat(other.of("one")).isEqualTo(kind.of("one")));
    }

    @Test
    void every_kind_of_material_is_in_the_table() {
        Stream<Class<?>> tested = kinds().stream().map(kind -> kind.of("one").getClass());

        assertThat(Arrays.<Class<?>>asList(MaterialId.class.getPermittedSubclasses()))
                .isSubsetOf(tested.toList());
    }
}
