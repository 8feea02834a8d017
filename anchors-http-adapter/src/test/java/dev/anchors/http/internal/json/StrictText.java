package dev.anchors.http.internal.json;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Decodes texts in another way than the adapter: whole, by the JDK. */
final class StrictText {

    private static final Pattern TIMESTAMP = Pattern.compile(
            "(?<year>[0-9]{4}|[+-][0-9]{5,9}(?=-))"
                    + "(?<dash>-?)(W(?<week>[0-9]{2})\\k<dash>(?<weekday>[1-7])|(?<yearday>[0-9]{3})"
                    + "|(?<month>[0-9]{2})\\k<dash>(?<day>[0-9]{2}))[Tt ]"
                    + "(?<hour>[01][0-9]|2[0-4])(?<colon>:?)((?<=:|[0-9])(?<minute>[0-5][0-9])(\\k<colon>(?<second>[0-5][0-9]|60))?)?"
                    + "(?<!:)([.,](?<fraction>[0-9]+))?([Zz]|(?<sign>[+\u2212-])(?<hours>[01][0-9]|2[0-3])(:?(?<minutes>[0-5][0-9]))?)?");

    private StrictText() {}

    /**
     * Returns the text of a JSON document.
     *
     * @throws IllegalArgumentException if the text is malformed
     */
    static String decode(byte[] document) {
        try {
            String text = UTF_8.newDecoder().decode(ByteBuffer.wrap(document)).toString();
            return text.startsWith("\uFEFF") ? text.substring(1) : text;
        } catch (CharacterCodingException malformed) {
            throw new IllegalArgumentException(malformed);
        }
    }

    /**
     * Returns the instant of a timestamp.
     *
     * @throws RuntimeException if the text is not a timestamp
     */
    static Instant timestamp(String text) {
        Matcher parts = TIMESTAMP.matcher(text);
        if (!parts.matches()) {
            throw new IllegalArgumentException("not a timestamp");
        }
        int year = Integer.parseInt(parts.group("year"));
        long unit = parts.group("second") != null ? 1 : parts.group("minute") != null ? 60 : 3_600;
        String billionths = (parts.group("fraction") == null ? "" : parts.group("fraction")) + "000000000";
        long fraction = unit * number(billionths.substring(0, 9));
        int seconds = 3_600 * number(parts.group("hour"))
                + 60 * number(parts.group("minute"))
                + number(parts.group("second"));
        if (seconds > 86_400 || (number(parts.group("hour")) == 24 && fraction > 0)) {
            throw new IllegalArgumentException("not a time of day");
        }
        int offset = 60 * number(parts.group("hours")) + number(parts.group("minutes"));
        return date(year, parts)
                .atStartOfDay()
                .minusMinutes("+".equals(parts.group("sign")) ? offset : -offset)
                .toInstant(ZoneOffset.UTC)
                .plusSeconds(seconds)
                .plusNanos(fraction);
    }

    private static LocalDate date(int year, Matcher parts) {
        if (parts.group("yearday") != null) {
            return LocalDate.ofYearDay(year, number(parts.group("yearday")));
        }
        if (parts.group("week") != null) {
            return LocalDate.parse(
                    String.format("%04d-W%s-%s", year, parts.group("week"), parts.group("weekday")),
                    DateTimeFormatter.ISO_WEEK_DATE);
        }
        return LocalDate.of(year, number(parts.group("month")), number(parts.group("day")));
    }

    private static int number(String digits) {
        return digits == null ? 0 : Integer.parseInt(digits);
    }
}
