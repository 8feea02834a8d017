package dev.anchors.http.internal.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TimestampsTest {

    @ParameterizedTest
    @CsvSource({
        "2024-05-01T08:00:00Z,              2024-05-01T08:00:00Z",
        "2024-05-01t08:00:00z,              2024-05-01T08:00:00Z",
        "2024-05-01 08:00:00Z,              2024-05-01T08:00:00Z",
        "2024-05-01T08:00:00,               2024-05-01T08:00:00Z",
        "2024-05-01T08:00:00.5,             2024-05-01T08:00:00.5Z",
        "2024-05-01T08:00:00.0Z,            2024-05-01T08:00:00Z",
        "2024-05-01T08:00:00.123Z,          2024-05-01T08:00:00.123Z",
        "2024-05-01T08:00:00.123456Z,       2024-05-01T08:00:00.123456Z",
        "2024-05-01T08:00:00.000000001Z,    2024-05-01T08:00:00.000000001Z",
        "2024-05-01T08:00:00.9999999999Z,   2024-05-01T08:00:00.999999999Z",
        "2024-05-01T08:00:00+02:00,         2024-05-01T06:00:00Z",
        "2024-05-01T08:00:00+0200,          2024-05-01T06:00:00Z",
        "2024-05-01T08:00:00+02,            2024-05-01T06:00:00Z",
        "2024-05-01T08:00:00.25-11:30,      2024-05-01T19:30:00.25Z",
        "2024-05-01T08:00:00-00:00,         2024-05-01T08:00:00Z",
        "2024-05-01T08:00:00+23:59,         2024-04-30T08:01:00Z",
        "2024-02-29T23:59:59.999999-11:30,  2024-03-01T11:29:59.999999Z",
        "2016-12-31T23:59:60Z,              2017-01-01T00:00:00Z",
        "1969-12-31T23:59:59.5Z,            1969-12-31T23:59:59.5Z",
        "0000-01-01T00:00:00Z,              0000-01-01T00:00:00Z",
        "9999-12-31T23:59:59Z,              9999-12-31T23:59:59Z",
        "2024-04-17T10:30Z,                 2024-04-17T10:30:00Z",
        "2024-04-17T10:30,                  2024-04-17T10:30:00Z",
        "2024-04-17T10:30+02:00,            2024-04-17T08:30:00Z",
        "2024-04-17T10Z,                    2024-04-17T10:00:00Z",
        "2024-04-17T10+02,                  2024-04-17T08:00:00Z",
        "'2024-04-17T10:30:15,5Z',          2024-04-17T10:30:15.5Z",
        "2024-04-17T10:30.5Z,               2024-04-17T10:30:30Z",
        "'2024-04-17T10,25Z',               2024-04-17T10:15:00Z",
        "20240417T103015Z,                  2024-04-17T10:30:15Z",
        "20240417T103015.25+0200,           2024-04-17T08:30:15.25Z",
        "20240417T1030Z,                    2024-04-17T10:30:00Z",
        "20240417T10Z,                      2024-04-17T10:00:00Z",
        "2024-108T10:30:00Z,                2024-04-17T10:30:00Z",
        "2024108T103000Z,                   2024-04-17T10:30:00Z",
        "2024-W16-3T10:30:00Z,              2024-04-17T10:30:00Z",
        "2024W163T103000Z,                  2024-04-17T10:30:00Z",
        "2020-W53-5T00:00:00Z,              2021-01-01T00:00:00Z",
        "2025-W01-1T00:00:00Z,              2024-12-30T00:00:00Z",
        "2024-04-17T24:00:00Z,              2024-04-18T00:00:00Z",
        "2024-04-17T24:00Z,                 2024-04-18T00:00:00Z",
        "+12024-04-17T10:30:00Z,            +12024-04-17T10:30:00Z",
        "-00001-04-17T10:30:00Z,            -0001-04-17T10:30:00Z",
        "2024-04-17T10:30:00\u221202:00,    2024-04-17T12:30:00Z"
    })
    void a_date_with_time_is_read_in_every_form_of_iso_8601(String text, Instant expected) {
        assertThat(Timestamps.parse(text)).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "yesterday",
                "2024-05-01",
                "24-05-01T08:00:00Z",
                "2024-5-1T08:00:00Z",
                "2024/05/01T08:00:00Z",
                "2024-05-01_08:00:00Z",
                "2024-05-01T08-00-00Z",
                "2024-00-01T08:00:00Z",
                "2024-13-01T08:00:00Z",
                "2024-05-00T08:00:00Z",
                "2024-04-31T08:00:00Z",
                "2023-02-29T08:00:00Z",
                "2024-05-01T08:60:00Z",
                "2024-05-01T08:00:61Z",
                "2024-05-01T08:00:00.Z",
                "2024-05-01T08:00:00+",
                "2024-05-01T08:00:00+2",
                "2024-05-01T08:00:00+02:",
                "2024-05-01T08:00:00+02:0",
                "2024-05-01T08:00:00+24:00",
                "2024-05-01T08:00:00+02:60",
                "2024-05-01T08:00:00ZZ",
                "2024-05-01T08:00:00Z ",
                " 2024-05-01T08:00:00Z",
                "2024-05-01T08:00:00Z[UTC]",
                "+2024-05-01T08:00:00Z",
                "-024-05-01T08:00:00Z",
                "２０２４-05-01T08:00:00Z",
                "1714550400",
                "2024-05-01T",
                "2024-05-01T8Z",
                "2024-05-01T08:0Z",
                "2024-05-01T08:00:0Z",
                "2024-05-01T08:Z",
                "2024-05-01T24:01Z",
                "2024-05-01T24:00:00.1Z",
                "2024-05-01T23:60Z",
                "202405-01T08:00:00Z",
                "2024-0501T08:00:00Z",
                "2024-000T08:00:00Z",
                "2023-366T08:00:00Z",
                "2024-W00-1T08:00:00Z",
                "2024-W53-1T08:00:00Z",
                "2024-W16-0T08:00:00Z",
                "2024-W16-8T08:00:00Z",
                "2024-W16T08:00:00Z",
                "2024-W163T08:00:00Z",
                "+1234567890-05-01T08:00:00Z"
            })
    void text_that_is_not_a_timestamp_is_refused(String text) {
        assertThatThrownBy(() -> Timestamps.parse(text)).isInstanceOf(DateTimeException.class);
    }

    @Test
    void a_timestamp_is_read_from_the_middle_of_a_buffer() {
        char[] buffer = "..2024-05-01T08:00:00Z..".toCharArray();

        assertThat(Timestamps.parse(buffer, 2, 20)).isEqualTo(Instant.parse("2024-05-01T08:00:00Z"));
    }

    @Test
    void random_timestamps_are_read_as_the_jdk_reads_them() {
        SplittableRandom random = new SplittableRandom(7);
        for (int i = 0; i < 10_000; i++) {
            Instant instant = Instant.ofEpochSecond(
                    random.nextLong(-60_000_000_000L, 250_000_000_000L), random.nextInt(1_000_000_000));
            String text = OffsetDateTime.ofInstant(instant, ZoneOffset.ofTotalSeconds(60 * random.nextInt(-1080, 1081)))
                    .toString();
            assertThat(Timestamps.parse(text)).as(text).isEqualTo(instant);
        }
    }
}
