package dev.anchors.domain;

/**
 * Identifies an {@link AnchorPoint}.
 *
 * @param value the identifier as the service writes it; opaque, not blank and without NUL
 */
public record AnchorPointId(String value) implements Comparable<AnchorPointId> {

    /** Rejects null, blank text and NUL. */
    public AnchorPointId {
        Text.naming("anchor point id", value);
    }

    /** Compares the texts of two ids as {@link String#compareTo} does; consistent with equality. */
    @Override
    public int compareTo(AnchorPointId other) {
        return value.compareTo(other.value);
    }
}
