package dev.anchors.examples.jdbc;

import static java.util.regex.Matcher.quoteReplacement;

import java.util.HexFormat;
import java.util.regex.Pattern;

/**
 * The form in which the tables contain text. Not every database can store NUL or half a surrogate pair: PostgreSQL refuses
 * the first, and its driver replaces the second. Such a character is stored as SUBSTITUTE (U+001A) and its four hexadecimal
 * digits, and so is SUBSTITUTE itself. All other text is stored as it is.
 */
final class StoredText {

    /** Rare in text, and a character of every encoding. */
    private static final char ESCAPE = '\u001a';

    private static final Pattern ESCAPED =
            Pattern.compile("[\\x00\\x1a\\x{d800}-\\x{dfff}]"); // no half of a whole pair
    private static final Pattern ESCAPES = Pattern.compile("\\x1a([0-9a-f]{4})");

    private StoredText() {}

    /** Returns the stored form of a text. Different texts have different forms. */
    static String write(String text) {
        return ESCAPED.matcher(text)
                .replaceAll(match ->
                        ESCAPE + HexFormat.of().toHexDigits(match.group().charAt(0)));
    }

    /** Returns the text whose stored form this is. */
    static String read(String stored) {
        return ESCAPES.matcher(stored)
                .replaceAll(match -> quoteReplacement(Character.toString(HexFormat.fromHexDigits(match.group(1)))));
    }
}
