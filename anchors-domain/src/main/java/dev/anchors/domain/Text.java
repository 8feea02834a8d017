package dev.anchors.domain;

import java.util.Objects;

/** Says no to text that can name nothing. */
final class Text {

    private Text() {}

    /**
     * Returns {@code value} when it is neither blank nor holds a NUL, which no file system, database or URL carries.
     *
     * @param what what the text stands for, as it is to read in the message
     */
    static String naming(String what, String value) {
        Objects.requireNonNull(value, what);
        if (value.isBlank()) {
            throw new IllegalArgumentException(what + " must not be blank, but was \"" + value + "\"");
        }
        if (value.indexOf('\0') >= 0) {
            throw new IllegalArgumentException(
                    what + " must not hold a NUL character, but was \"" + value.replace("\0", "\\0") + "\"");
        }
        return value;
    }
}
