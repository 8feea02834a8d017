package dev.anchors.domain;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SipHashTest {

    /** The expected values are those of CPython 3.11 for the bytes of the text, with {@code PYTHONHASHSEED=0}: SipHash-1-3. */
    @ParameterizedTest
    @CsvSource({
        "a, 9b310fba2c6d84d2",
        "ab, 2c6ea1c831fe18f3",
        "abc, c24f63cbd86a33e3",
        "abcd, cac139f1a7b39f3a",
        "abcde, 854779d83f574ecc",
        "AaAaAaBB, c739735dd62f8b6",
        "naïve 設計 🚀, 80f913c2d99a1696"
    })
    void the_hash_of_a_text_is_that_of_an_independent_implementation(String text, String hash) {
        assertThat(SipHash.hash(text, 0, 0)).isEqualTo(Long.parseUnsignedLong(hash, 16));
    }

    @Test
    void the_hash_of_a_text_depends_on_both_halves_of_the_key() {
        assertThat(SipHash.hash("text", 0, 0))
                .isNotEqualTo(SipHash.hash("text", 1, 0))
                .isNotEqualTo(SipHash.hash("text", 0, 1));
    }

    @Test
    void equal_texts_have_the_same_hash_code() {
        assertThat(SipHash.hashCode("text")).isEqualTo(SipHash.hashCode(String.valueOf("text".toCharArray())));
    }
}
