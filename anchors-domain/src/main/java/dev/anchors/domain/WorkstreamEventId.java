package dev.anchors.domain;

/**
 * Identifies a workstream event.
 *
 * @param value the identifier as the service writes it; opaque, not blank and without NUL
 */
public record WorkstreamEventId(String value) implements MaterialId, Comparable<WorkstreamEventId> {

    /** Rejects null, blank text and NUL. */
    public WorkstreamEventId {
        Text.naming("workstream event id", value);
    }

    @Override
    public MaterialKind kind() {
        return MaterialKind.WORKSTREAM_EVENT;
    }

    /** Compares the texts of two ids as {@link String#compareTo} does; consistent with equality. */
    @Override
    public int compareTo(WorkstreamEventId other) {
        return value.compareTo(other.value);
    }
}
