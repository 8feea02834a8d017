package dev.anchors.http.internal.calls;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.anchors.http.internal.json.EscapedText;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.util.BitSet;

/** A path and query with variables in braces, such as <code>/anchors/{anchor}/delete</code>. */
public final class PathTemplate {

    private static final String HEXADECIMAL = "0123456789ABCDEF";
    private static final BitSet UNRESERVED = new BitSet();

    static {
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~"
                .chars()
                .forEach(UNRESERVED::set);
    }

    private final String[] literals;

    private PathTemplate(String[] literals) {
        this.literals = literals;
    }

    /** Returns the template. */
    public static PathTemplate of(String template) {
        return new PathTemplate(template.split("\\{[a-z]+}", -1));
    }

    /**
     * Returns the path with these values, whatever characters are in them.
     *
     * @throws IllegalArgumentException if a value cannot be written as UTF-8, or there are too few or too many
     */
    String expand(String... values) {
        if (values.length != literals.length - 1) {
            throw new IllegalArgumentException("the path has " + (literals.length - 1) + " variables");
        }
        StringBuilder path = new StringBuilder(literals[0]);
        for (int i = 0; i < values.length; i++) {
            appendEncoded(values[i], path);
            path.append(literals[i + 1]);
        }
        return path.toString();
    }

    /** Appends the text as one segment. A segment of dots would otherwise lead to another path. */
    private static void appendEncoded(String text, StringBuilder path) {
        boolean isDots = text.equals(".") || text.equals("..");
        if (!isDots && isUnreserved(text)) { // as most ids are
            path.append(text);
            return;
        }
        ByteBuffer octets = utf8(text);
        while (octets.hasRemaining()) {
            byte octet = octets.get();
            if (octet >= 0 && UNRESERVED.get(octet) && !isDots) {
                path.append((char) octet);
            } else {
                path.append('%').append(HEXADECIMAL.charAt(octet >> 4 & 0xF)).append(HEXADECIMAL.charAt(octet & 0xF));
            }
        }
    }

    private static boolean isUnreserved(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (!UNRESERVED.get(text.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    /** Refuses text that the JDK would write with question marks, which name something else. */
    private static ByteBuffer utf8(String text) {
        try {
            return UTF_8.newEncoder().encode(CharBuffer.wrap(text));
        } catch (CharacterCodingException unpaired) {
            throw new IllegalArgumentException(
                    "an id with half of a surrogate pair cannot be sent: " + EscapedText.of(text));
        }
    }
}
