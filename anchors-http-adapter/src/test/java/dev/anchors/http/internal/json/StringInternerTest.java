package dev.anchors.http.internal.json;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class StringInternerTest {

    private final StringInterner strings = new StringInterner();

    @Test
    void a_string_that_occurs_again_is_the_same_object() {
        assertThat(of("2 days ago")).isEqualTo("2 days ago").isSameAs(of("2 days ago"));
    }

    @Test
    void strings_that_share_an_entry_are_told_apart() {
        for (int round = 0; round < 2; round++) {
            for (int i = 0; i < 10_000; i++) {
                assertThat(of("string " + i)).isEqualTo("string " + i);
            }
        }
    }

    @Test
    void strings_that_share_a_hash_code_are_told_apart() {
        assertThat(of("Aa")).isEqualTo("Aa");
        assertThat(of("BB")).isEqualTo("BB");
        assertThat(of("BBx")).isEqualTo("BBx");
    }

    @Test
    void empty_and_long_strings_are_returned_unchanged() {
        String text = "x".repeat(100_000);

        assertThat(of("")).isEmpty();
        assertThat(of(text)).isEqualTo(text);
    }

    private String of(String text) {
        return strings.intern(("<" + text + ">").toCharArray(), 1, text.length())
                .orElseThrow();
    }
}
