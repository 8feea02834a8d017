package dev.anchors.domain;

import java.util.Objects;

/**
 * What an anchor points at.
 *
 * <p>The service learns new words before this library does. Such a word reads as {@link #UNKNOWN}, and
 * {@link Anchor#rawType()} keeps it as it came.
 */
public enum AnchorType {
    /** A file. */
    FILE,
    /** A directory. */
    DIRECTORY,
    /** A word of the service's own, or one that this version does not know. */
    UNKNOWN;

    /** Returns the constant of that exact name, or {@link #UNKNOWN}. */
    public static AnchorType of(String word) {
        return switch (Objects.requireNonNull(word, "word")) {
            case "FILE" -> FILE;
            case "DIRECTORY" -> DIRECTORY;
            default -> UNKNOWN;
        };
    }
}
