package dev.anchors.domain;

import java.util.Objects;

/** Rejects text that cannot be an identifier. */
final class Text {

    private Text() {}

    /**
     * Returns {@code value}.
     *
     * @param what what the text is, for the message
     * @throws IllegalArgumentException if {@code value} is blank or contains NUL, which file systems, databases and URLs do
     *     not allow
     */
    static String naming(String what, String value) {
        Objects.requireNonNull(value, what);
        if (value.isBlank()) {
            throw new IllegalArgumentException(what + " must not be blank, but was \"" + value + "\"");
        }
        if (value.indexOf('\0') >= 0) {
            throw new IllegalArgumentException(
                    what + " must not contain a NUL character, but was \"" + value.replace("\0", "\\0") + "\"");
        }
        return value;
    }
}
