package dev.anchors.http.internal.calls;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RetryAfterTest {

    private static final Instant NOW = Instant.parse("2026-11-30T10:00:00Z");

    @ParameterizedTest
    @CsvSource({
        "0, PT0S",
        "120, PT2M",
        "' 120 ', PT2M",
        "999999999, PT999999999S",
        "'Mon, 30 Nov 2026 10:00:30 GMT', PT30S",
        "'Monday, 30-Nov-26 10:00:30 GMT', PT30S",
        "'Mon, 30 Nov 2026 09:00:00 GMT', PT0S"
    })
    void seconds_and_dates_are_read(String header, Duration expected) {
        assertThat(RetryAfter.of(header, NOW)).contains(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "-1", "1.5", "soon", "1000000000", "١"})
    void what_cannot_be_read_means_nothing(String header) {
        assertThat(RetryAfter.of(header, NOW)).isEmpty();
    }

    @Test
    void no_header_means_nothing() {
        assertThat(RetryAfter.of(null, NOW)).isEmpty();
    }
}
