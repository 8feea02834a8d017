package dev.anchors.examples;

import java.util.Locale;
import java.util.regex.Pattern;

/** Text that is safe to print: it stays on its line and cannot control the terminal. */
final class Printable {

    /** Control and format characters, unpaired surrogates, and separators of lines. */
    private static final Pattern UNPRINTABLE = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Cs}\\p{Zl}\\p{Zp}]");

    private Printable() {}

    /** Returns text with unprintable characters replaced by their codes. */
    static String of(String text) {
        return UNPRINTABLE
                .matcher(text)
                .replaceAll(match -> "\\\\u{"
                        + Integer.toHexString(match.group().codePointAt(0)).toUpperCase(Locale.ROOT) + "}");
    }
}
