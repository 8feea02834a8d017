package dev.anchors.domain;

/**
 * Identifies a workstream summary.
 *
 * @param value the identifier as the service writes it; opaque, not blank and without NUL
 */
public record SummaryId(String value) implements MaterialId, Comparable<SummaryId> {

    /** Rejects null, blank text and NUL. */
    public SummaryId {
        Text.naming("summary id", value);
    }

    @Override
    public MaterialKind kind() {
        return MaterialKind.SUMMARY;
    }

    /** Compares the texts of two ids as {@link String#compareTo} does; consistent with equality. */
    @Override
    public int compareTo(SummaryId other) {
        return value.compareTo(other.value);
    }
}
