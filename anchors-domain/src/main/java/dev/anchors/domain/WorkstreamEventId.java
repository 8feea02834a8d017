package dev.anchors.domain;

/**
 * Identifies a workstream event.
 *
 * @param value the identifier as the service writes it; opaque, not blank and without NUL
 */
public record WorkstreamEventId(String value) implements MaterialId {

    /** Rejects null, blank text and NUL. */
    public WorkstreamEventId {
        Text.naming("workstream event id", value);
    }

    @Override
    public MaterialKind kind() {
        return MaterialKind.WORKSTREAM_EVENT;
    }

    /** Returns a hash code that differs from one run of the program to the next. */
    @Override
    public int hashCode() {
        return SipHash.hashCode(value);
    }
}
