package dev.anchors.http.internal.json;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Decodes texts in another way than the adapter: whole, by the JDK. */
final class StrictText {

    private static final Pattern TIMESTAMP = Pattern.compile("(?<date>[0-9]{4}-[0-9]{2}-[0-9]{2})[Tt ]"
            + "(?<hour>[01][0-9]|2[0-3]):(?<minute>[0-5][0-9]):(?<second>[0-5][0-9]|60)(\\.(?<fraction>[0-9]+))?"
            + "([Zz]|(?<sign>[+-])(?<hours>[01][0-9]|2[0-3])(:?(?<minutes>[0-5][0-9]))?)?");

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
        LocalDateTime minute =
                LocalDate.parse(parts.group("date")).atTime(number(parts.group("hour")), number(parts.group("minute")));
        String nanos = (parts.group("fraction") == null ? "" : parts.group("fraction")) + "000000000";
        int offset = 60 * number(parts.group("hours")) + number(parts.group("minutes"));
        return minute.minusMinutes("-".equals(parts.group("sign")) ? -offset : offset)
                .toInstant(ZoneOffset.UTC)
                .plusSeconds(number(parts.group("second")))
                .plusNanos(number(nanos.substring(0, 9)));
    }

    private static int number(String digits) {
        return digits == null ? 0 : Integer.parseInt(digits);
    }
}
