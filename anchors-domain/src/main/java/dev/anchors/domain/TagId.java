package dev.anchors.domain;

/**
 * Identifies a tag.
 *
 * @param value the identifier as the service writes it; opaque, not blank and without NUL
 */
public record TagId(String value) implements MaterialId, Comparable<TagId> {

    /** Rejects null, blank text and NUL. */
    public TagId {
        Text.naming("tag id", value);
    }

    @Override
    public MaterialKind kind() {
        return MaterialKind.TAG;
    }

    /** Compares the texts of two ids as {@link String#compareTo} does; consistent with equality. */
    @Override
    public int compareTo(TagId other) {
        return value.compareTo(other.value);
    }
}
