package dev.anchors.domain;

/**
 * Identifies a source of workstream patterns, such as an application or a window.
 *
 * @param value the identifier as the service writes it; opaque, not blank and without NUL
 */
public record SourceId(String value) implements MaterialId, Comparable<SourceId> {

    /** Rejects null, blank text and NUL. */
    public SourceId {
        Text.naming("source id", value);
    }

    @Override
    public MaterialKind kind() {
        return MaterialKind.SOURCE;
    }

    /** Compares the texts of two ids as {@link String#compareTo} does; consistent with equality. */
    @Override
    public int compareTo(SourceId other) {
        return value.compareTo(other.value);
    }
}
