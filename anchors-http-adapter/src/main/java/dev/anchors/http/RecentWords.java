package dev.anchors.http;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Remembers the words that came lately, so that one that comes again is the same string. For one document. */
final class RecentWords {

    private static final int LONGEST = 64;
    private static final int PLACES = 256; // a power of two

    @SuppressWarnings({"unchecked", "rawtypes"}) // an array of a generic type cannot be made otherwise
    private final @Nullable Optional<String>[] words = new Optional[PLACES];

    /** Returns the characters as a string, in an optional that is the same as well. */
    Optional<String> of(char[] text, int offset, int length) {
        if (length > LONGEST) {
            return Optional.of(new String(text, offset, length));
        }
        int place = place(text, offset, length);
        Optional<String> known = words[place];
        if (known != null && isSame(known.get(), text, offset, length)) {
            return known;
        }
        Optional<String> word = Optional.of(new String(text, offset, length));
        words[place] = word;
        return word;
    }

    private static int place(char[] text, int offset, int length) {
        int hash = 0;
        for (int i = offset; i < offset + length; i++) {
            hash = 31 * hash + text[i];
        }
        return (hash ^ hash >>> 16) & PLACES - 1;
    }

    /** Whether the characters are those of a string. */
    static boolean isSame(String known, char[] text, int offset, int length) {
        if (known.length() != length) {
            return false;
        }
        for (int i = 0; i < length; i++) {
            if (known.charAt(i) != text[offset + i]) {
                return false;
            }
        }
        return true;
    }
}
