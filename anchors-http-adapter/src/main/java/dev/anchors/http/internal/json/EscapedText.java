package dev.anchors.http.internal.json;

import java.util.HexFormat;

/** Text from outside, as a message may show it. */
public final class EscapedText {

    private static final int LONGEST = 100;
    private static final HexFormat HEXADECIMAL = HexFormat.of();

    private EscapedText() {}

    /** Returns at most the first 100 characters, of which those that are not printable ASCII are escaped. */
    public static String of(String text) {
        StringBuilder escaped = new StringBuilder();
        text.chars().limit(LONGEST).forEach(character -> {
            if (character > ' ' && character < 0x7F) {
                escaped.append((char) character);
            } else {
                escaped.append("\\u").append(HEXADECIMAL.toHexDigits((char) character));
            }
        });
        return escaped.toString();
    }
}
