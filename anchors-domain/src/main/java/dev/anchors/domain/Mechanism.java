package dev.anchors.domain;

import java.util.Objects;

/**
 * How a material came to be.
 *
 * <p>A mechanism that this version does not know reads as {@link #UNKNOWN}; {@link SeededAnnotation#rawMechanism()} is then
 * what was written.
 */
public enum Mechanism {
    /** Made by a person. */
    MANUAL,
    /** Suggested by the service. */
    RECOMMENDED,
    /** Made by the service on its own. */
    AUTOMATIC,
    /** For the service's own use. */
    INTERNAL,
    /** Kept although deleted. */
    DELETED,
    /** Reported as UNKNOWN, or not known to this version. */
    UNKNOWN,
    /** Made by an agent outside the service. */
    EXTERNAL_AGENT;

    /** Returns the constant with exactly this name, or {@link #UNKNOWN}. */
    public static Mechanism of(String rawMechanism) {
        return switch (Objects.requireNonNull(rawMechanism, "rawMechanism")) {
            case "MANUAL" -> MANUAL;
            case "RECOMMENDED" -> RECOMMENDED;
            case "AUTOMATIC" -> AUTOMATIC;
            case "INTERNAL" -> INTERNAL;
            case "DELETED" -> DELETED;
            case "EXTERNAL_AGENT" -> EXTERNAL_AGENT;
            default -> UNKNOWN;
        };
    }
}
