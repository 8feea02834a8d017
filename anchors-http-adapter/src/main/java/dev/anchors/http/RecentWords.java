package dev.anchors.http;

import org.jspecify.annotations.Nullable;

/** Remembers the words that came lately, so that one that comes again is the same string. For one document. */
final class RecentWords {

    private static final int LONGEST = 64;
    private static final int PLACES = 256; // a power of two

    private final @Nullable String[] words = new @Nullable String[PLACES];

    /** Returns the characters as a string. */
    String of(char[] text, int offset, int length) {
        if (length > LONGEST) {
            return new String(text, offset, length);
        }
        int place = place(text, offset, length);
        String known = words[place];
        if (known != null && isSame(known, text, offset, length)) {
            return known;
        }
        String word = new String(text, offset, length);
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

    private static boolean isSame(String known, char[] text, int offset, int length) {
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
