package dev.anchors.http.internal.json;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Remembers short strings of one document, so that a string that occurs again is held once. A string may displace another
 * one, so that time and memory are bounded whatever the document holds.
 */
final class StringInterner {

    private static final int MAX_LENGTH = 64;
    private static final int CAPACITY = 256; // a power of two

    @SuppressWarnings({"unchecked", "rawtypes"}) // an array of a generic type cannot be created otherwise
    private final @Nullable Optional<String>[] strings = new Optional[CAPACITY];

    /** Returns the characters as a string, in an optional that is held once as well. */
    Optional<String> intern(char[] text, int offset, int length) {
        if (length > MAX_LENGTH) {
            return Optional.of(new String(text, offset, length));
        }
        int index = index(text, offset, length);
        Optional<String> known = strings[index];
        if (known != null && isSame(known.get(), text, offset, length)) {
            return known;
        }
        Optional<String> string = Optional.of(new String(text, offset, length));
        strings[index] = string;
        return string;
    }

    private static int index(char[] text, int offset, int length) {
        int hash = 0;
        for (int i = offset; i < offset + length; i++) {
            hash = 31 * hash + text[i];
        }
        return (hash ^ hash >>> 16) & CAPACITY - 1;
    }

    /** Returns whether the characters are those of the string. */
    static boolean isSame(String string, char[] text, int offset, int length) {
        if (string.length() != length) {
            return false;
        }
        for (int i = 0; i < length; i++) {
            if (string.charAt(i) != text[offset + i]) {
                return false;
            }
        }
        return true;
    }
}
