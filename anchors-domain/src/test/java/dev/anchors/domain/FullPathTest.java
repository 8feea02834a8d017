package dev.anchors.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.CsvSource;
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

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "none", textBlock = """
            /home/ada/notes.md  | /home/ada         | notes.md
            /home//ada/./x/     | /home/ada         | x
            /home               | /                 | home
            /                   | none              | none
            C:\\Users\\ada     | C:\\Users         | ada
            c:/Users            | C:\\              | Users
            C:\\                | none              | none
            /c:/Users/ada       | C:\\Users         | ada
            //server/share/a/b  | \\\\server\\share\\a | b
            //server/share/a    | \\\\server\\share | a
            //server/share      | none              | none
            //server            | none              | none
            //?/C:/a            | none              | none
            notes/a.md          | none              | none
            https://a.org/b     | none              | none
            """)
    void a_path_has_a_parent_and_a_name_unless_it_is_a_root_or_has_no_style(
            FullPath path, FullPath parent, String name) {
        assertThat(path.parent()).isEqualTo(Optional.ofNullable(parent));
        assertThat(path.fileName()).isEqualTo(Optional.ofNullable(name));
        assertThat(path.parent().stream()).allMatch(path::startsWith);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            /home/ada           | /home             | true
            /home//ada/         | /./home/          | true
            /home               | /home             | true
            /home               | /                 | true
            /homes              | /home             | false
            /home               | /home/ada         | false
            /Home/ada           | /home             | false
            C:\\Users\\ada     | c:/Users          | true
            C:\\Users           | C:\\              | true
            C:\\Users           | D:\\              | false
            C:\\Users           | /                 | false
            /c:/Users/ada       | C:\\Users         | true
            //server/share/a    | //server/share    | true
            //server/share      | /                 | false
            //./COM1            | /                 | false
            notes/a.md          | notes             | false
            notes               | note              | false
            notes/a.md          | notes/a.md        | true
            """)
    void a_path_starts_with_itself_and_the_directories_above_it(FullPath path, FullPath directory, boolean starts) {
        assertThat(path.startsWith(directory)).isEqualTo(starts);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "none", textBlock = """
            /home/ada/          | /home/ada/
            /                   | /
            c:                  | none
            c:/                 | C:\\
            C:/Users            | C:\\Users\\
            //server/share      | \\\\server\\share\\
            //?/C:              | none
            notes               | none
            """)
    void the_prefix_of_a_directory_ends_with_its_separator(FullPath directory, String prefix) {
        assertThat(directory.directoryPrefix()).isEqualTo(Optional.ofNullable(prefix));
    }

    @Test
    void the_path_of_a_file_is_absolute_and_in_normal_form() {
        Path file = Path.of("notes", "a.md");

        assertThat(FullPath.of(file))
                .isEqualTo(new FullPath(file.toAbsolutePath().toString()));
        assertThat(FullPath.of(file.toAbsolutePath())).isEqualTo(FullPath.of(file));
        assertThat(FullPath.of(Path.of("notes", "..", "notes", "a.md"))).isEqualTo(FullPath.of(file));
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
