package dev.anchors.http.internal.json;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RecentWordsTest {

    private final StringInterner strings = new StringInterner();

    @Test
    void a_word_that_comes_again_is_the_same_object() {
        assertThat(of("2 days ago")).isEqualTo("2 days ago").isSameAs(of("2 days ago"));
    }

    @Test
    void words_that_share_a_place_are_told_apart() {
        for (int round = 0; round < 2; round++) {
            for (int i = 0; i < 10_000; i++) {
                assertThat(of("word " + i)).isEqualTo("word " + i);
            }
        }
    }

    @Test
    void a_word_with_the_same_hash_is_another_word() {
        assertThat(of("Aa")).isEqualTo("Aa");
        assertThat(of("BB")).isEqualTo("BB");
        assertThat(of("BBx")).isEqualTo("BBx");
    }

    @Test
    void nothing_and_very_much_are_words_too() {
        String much = "x".repeat(100_000);

        assertThat(of("")).isEmpty();
        assertThat(of(much)).isEqualTo(much);
    }

    private String of(String word) {
        return strings.intern(("<" + word + ">").toCharArray(), 1, word.length())
                .orElseThrow();
    }
}
