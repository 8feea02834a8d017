package dev.anchors.domain;

import java.util.Objects;

/**
 * What an anchor points at.
 *
 * <p>A type that this version does not know reads as {@link #UNKNOWN}; {@link Anchor#rawType()} is then what the service
 * wrote.
 */
public enum AnchorType {
    /** A file. */
    FILE,
    /** A directory. */
    DIRECTORY,
    /** Reported as UNKNOWN, or not known to this version. */
    UNKNOWN;

    /** Returns the constant with exactly this name, or {@link #UNKNOWN}. */
    public static AnchorType of(String rawType) {
        return switch (Objects.requireNonNull(rawType, "rawType")) {
            case "FILE" -> FILE;
            case "DIRECTORY" -> DIRECTORY;
            default -> UNKNOWN;
        };
    }
}
