package dev.anchors.http.internal.calls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PathTemplateTest {

    @Test
    void variables_are_replaced_in_order() {
        assertThat(PathTemplate.of("/a/{first}/b/{second}?c={third}").expand("1", "2", "true"))
                .isEqualTo("/a/1/b/2?c=true");
    }

    @ParameterizedTest
    @CsvSource({
        "a-._~Z9, a-._~Z9",
        "a/b, a%2Fb",
        "a b, a%20b",
        "ä, %C3%A4",
        "😀, %F0%9F%98%80",
        "., %2E",
        ".., %2E%2E",
        "..., ...",
        "%41, %2541"
    })
    void a_value_is_one_segment_whatever_is_in_it(String value, String segment) {
        assertThat(PathTemplate.of("/x/{id}/y").expand(value)).isEqualTo("/x/" + segment + "/y");
    }

    @ParameterizedTest
    @ValueSource(strings = {"x\ud83d", "\ude00x", "\ude00\ud83d"})
    void a_value_that_cannot_be_written_as_utf_8_is_refused(String value) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PathTemplate.of("/{id}").expand(value))
                .withMessageContaining("half of a surrogate pair")
                .withMessageMatching("[ -~]+");
    }

    @Test
    void the_message_shows_no_more_than_the_begin_of_a_long_value() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PathTemplate.of("/{id}").expand("x".repeat(100_000) + '\ud83d'))
                .satisfies(failure -> assertThat(failure.getMessage()).hasSizeLessThan(1_000));
    }

    @Test
    void too_few_values_are_refused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PathTemplate.of("/{id}").expand());
    }
}
