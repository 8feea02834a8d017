package dev.anchors.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.ValueSource;

class FullPathTest {

    @ParameterizedTest(name = "{0} path: {1} -> {2}, {3}")
    @CsvFileSource(resources = "/normal-forms.csv", delimiter = '|')
    void a_path_has_the_normal_form_of_its_style(String kind, String path, String normal, String source) {
        assertThat(new FullPath(path).normalized())
                .as("%s path, %s", kind, source)
                .isEqualTo(new FullPath(normal));
        assertThat(new FullPath(normal).normalized().value()).isEqualTo(normal);
    }

    @Test
    void a_path_in_normal_form_is_its_own_normal_form() {
        FullPath path = new FullPath("/home/ada");

        assertThat(path.normalized()).isSameAs(path);
    }

    @Test
    void paths_are_ordered_by_their_text() {
        assertThat(Stream.of("/b", "/a/b", "C:\\", "/a", "/B")
                        .map(FullPath::new)
                        .sorted())
                .extracting(FullPath::value)
                .containsExactly("/B", "/a", "/a/b", "/b", "C:\\");
    }

    @ParameterizedTest
    @ValueSource(strings = {" ", "\t", "\n", "\u2003"})
    void a_blank_path_is_refused(String blank) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new FullPath(blank))
                .withMessage("path must not be blank, but was \"" + blank + "\"");
    }

    @Test
    void a_path_with_a_nul_is_refused_and_the_message_shows_where() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new FullPath("/home\0/ada"))
                .withMessage("path must not contain a NUL character, but was \"/home\\0/ada\"");
    }

    @Test
    void a_path_refuses_null() {
        assertThatNullPointerException().isThrownBy(() -> new FullPath(null)).withMessage("path");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {".", "a", " a ", "C:", "\\", "a:b:c", "https://example.org/?q=a b#c", "/a\nb", "設計/メモ 🚀.md"})
    void a_path_keeps_any_other_text_unchanged(String path) {
        assertThat(new FullPath(path).value()).isEqualTo(path);
    }
}
