package dev.anchors.examples.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StoredTextTest {

    @ParameterizedTest
    @ValueSource(strings = {"", "notes", "C:\\Users\\$1", "größe", "設計", "🚀", "🚀🚀", "\u0001\ufffd?\uffff", "001a"})
    void text_that_every_database_can_hold_is_stored_as_it_is(String text) {
        assertThat(StoredText.write(text)).isEqualTo(text);
        assertThat(StoredText.read(text)).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\0",
                "a\0b",
                "\ud83d",
                "\ude80",
                "x\ud83dy",
                "half\udc00.txt",
                "\ude80\ud83d",
                "\ud83d\ud83d\ude80\ude80",
                "\u001a",
                "\u001a0000",
                "\u001a\u001a001a",
                "\0\u001a\ud800$0\\"
            })
    void text_that_not_every_database_can_hold_is_stored_in_another_form(String text) {
        String stored = StoredText.write(text);

        assertThat(stored).isNotEqualTo(text).doesNotContain("\0").matches(StoredTextTest::isUnicode);
        assertThat(StoredText.read(stored)).isEqualTo(text);
        assertThat(StoredText.read(StoredText.write(stored))).isEqualTo(stored);
    }

    @Test
    void a_character_is_stored_as_substitute_and_its_four_digits() {
        assertThat(StoredText.write("a\0\ud83d🚀")).isEqualTo("a\u001a0000\u001ad83d🚀");
    }

    private static boolean isUnicode(String text) {
        return text.codePoints()
                .noneMatch(point -> point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE);
    }
}
