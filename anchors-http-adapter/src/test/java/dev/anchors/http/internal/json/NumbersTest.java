package dev.anchors.http.internal.json;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.anchors.domain.Anchor;
import dev.anchors.domain.Score;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NumbersTest {

    @ParameterizedTest
    @CsvSource({
        "0, 0",
        "-0, 0",
        "-0.0, 0",
        "0e1000000000, 0",
        "0.000e-1000000000, 0",
        "7, 7",
        "-1, -1",
        "2.0, 2",
        "1e2, 100",
        "1E+2, 100",
        "100.0, 100",
        "1200e-2, 12",
        "0.012e3, 12",
        "9007199254740993, 9007199254740993",
        "9007199254740993.0, 9007199254740993",
        "9.007199254740993e15, 9007199254740993",
        "9223372036854775807, 9223372036854775807",
        "9223372036854775807.000, 9223372036854775807",
        "922337203685477580.7e1, 9223372036854775807",
        "-9223372036854775808, -9223372036854775808",
        "-9223372036854775808.0, -9223372036854775808",
        "1e18, 1000000000000000000"
    })
    void a_whole_number_of_64_bits_is_read_exactly_however_it_is_written(String number, long expected)
            throws IOException {
        assertThat(read("\"score\":{\"priority\":" + number + "}").score())
                .contains(Score.builder(0, 0).priority(expected).build());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0.99999999999999999999",
                "0.5",
                "1e-1",
                "1e-1000000000",
                "1e-2147483648",
                "1e19",
                "1e30",
                "1e300",
                "1e1000000000",
                "1e2147483647",
                "-1e2147483648",
                "1e99999999999999999999",
                "9223372036854775808",
                "9223372036854775808.0",
                "9223372036854775807.1",
                "-9223372036854775809",
                "-9223372036854775809.0",
                "123456789012345678901234567890"
            })
    void any_other_number_is_refused_in_a_known_field_and_passed_over_in_an_unknown_one(String number)
            throws IOException {
        for (String field : new String[] {"\"score\":{\"manual\":", "\"schema\":{\"migration\":"}) {
            assertThat(catchThrowableOfType(MalformedBodyException.class, () -> read(field + number + "}")))
                    .hasMessageStartingWith("expected a whole number of 64 bits; the anchor has the id ")
                    .hasNoCause();
        }
        assertThat(catchThrowableOfType(
                                MalformedBodyException.class,
                                () -> read("\"tags\":{\"indices\":{\"Rosa\":" + number + "}}"))
                        .pointer())
                .isEqualTo("/tags/indices/*");
        assertThat(read("\"later\":" + number).score()).isEmpty();
        assertThat(read("\"later\":{\"x\":[" + number + "]}").score()).isEmpty();
    }

    @Test
    void numbers_that_a_floating_point_number_would_alter_are_read_or_refused() throws IOException {
        assertThat(read("\"score\":{\"manual\":9007199254740993,\"automatic\":1e2}")
                        .score())
                .contains(Score.of(9007199254740993L, 100));
        assertThat(catchThrowableOfType(
                                MalformedBodyException.class,
                                () -> read("\"score\":{\"manual\":9007199254740993,\"automatic\":1e2,"
                                        + "\"priority\":0.99999999999999999999}"))
                        .pointer())
                .isEqualTo("/score/priority");
    }

    private static Anchor read(String field) throws IOException {
        String document = "{\"id\":\"a-1\",\"created\":{\"value\":\"2026-03-01T10:00:00Z\"}," + field + "}";
        return AnchorReader.read(new ByteArrayInputStream(document.getBytes(UTF_8)), CancellationToken.NONE);
    }
}
