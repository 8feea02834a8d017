package dev.anchors.http.internal.json;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Decodes texts in another way than the adapter: whole, by the JDK, and compared with what they encode to. */
final class StrictText {

    private static final Pattern TIMESTAMP = Pattern.compile("(?<date>[0-9]{4}-[0-9]{2}-[0-9]{2})[Tt ]"
            + "(?<hour>[01][0-9]|2[0-3]):(?<minute>[0-5][0-9]):(?<second>[0-5][0-9]|60)(\\.(?<fraction>[0-9]+))?"
            + "([Zz]|(?<sign>[+-])(?<hours>[01][0-9]|2[0-3])(:?(?<minutes>[0-5][0-9]))?)?");

    private static final Map<String, Charset> MARKS = new LinkedHashMap<>(); // the longest first

    static {
        MARKS.put("0000FEFF", Charset.forName("UTF-32BE"));
        MARKS.put("FFFE0000", Charset.forName("UTF-32LE"));
        MARKS.put("EFBBBF", StandardCharsets.UTF_8);
        MARKS.put("FEFF", StandardCharsets.UTF_16BE);
        MARKS.put("FFFE", StandardCharsets.UTF_16LE);
    }

    private StrictText() {}

    /**
     * Returns the text of a JSON document.
     *
     * @throws IllegalArgumentException if the text is malformed
     */
    static String decode(byte[] document) {
        String hex = HexFormat.of().withUpperCase().formatHex(Arrays.copyOf(document, 4));
        for (Map.Entry<String, Charset> mark : MARKS.entrySet()) {
            if (hex.startsWith(mark.getKey())) {
                byte[] text = Arrays.copyOfRange(document, mark.getKey().length() / 2, document.length);
                return decode(text, mark.getValue());
            }
        }
        StringBuilder zeros = new StringBuilder();
        for (int i = 0; i < 4; i++) {
            zeros.append(i < document.length && document[i] == 0 ? '0' : 'x');
        }
        return decode(document, charset(zeros.toString()));
    }

    private static Charset charset(String zeros) {
        if (zeros.startsWith("00")) {
            return Charset.forName("UTF-32BE");
        } else if (zeros.startsWith("0")) {
            return StandardCharsets.UTF_16BE;
        } else if (zeros.equals("x000")) {
            return Charset.forName("UTF-32LE");
        } else if (zeros.startsWith("x0")) {
            return StandardCharsets.UTF_16LE;
        }
        return StandardCharsets.UTF_8;
    }

    private static String decode(byte[] text, Charset charset) {
        try {
            String decoded = charset.newDecoder().decode(ByteBuffer.wrap(text)).toString();
            byte[] encoded = decoded.getBytes(charset);
            if (!Arrays.equals(text, encoded)) { // the JDK lets surrogates pass in UTF-32
                throw new IllegalArgumentException("the text is altered");
            }
            return decoded;
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
