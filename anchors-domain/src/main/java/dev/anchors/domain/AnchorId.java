package dev.anchors.domain;

/**
 * Identifies an {@link Anchor}.
 *
 * @param value the identifier as the service writes it; opaque, not blank and without NUL
 */
public record AnchorId(String value) implements Comparable<AnchorId> {

    /** Rejects null, blank text and NUL. */
    public AnchorId {
        Text.naming("anchor id", value);
    }

    /** Compares the texts of two ids as {@link String#compareTo} does; consistent with equality. */
    @Override
    public int compareTo(AnchorId other) {
        return value.compareTo(other.value);
    }
}
