package dev.anchors.domain;

/**
 * Identifies a workstream summary.
 *
 * @param value the identifier as the service writes it; opaque, not blank and without NUL
 */
public record SummaryId(String value) implements MaterialId {

    /** Rejects null, blank text and NUL. */
    public SummaryId {
        Text.naming("summary id", value);
    }

    @Override
    public MaterialKind kind() {
        return MaterialKind.SUMMARY;
    }

    /** Returns a hash code that differs from one run of the program to the next. */
    @Override
    public int hashCode() {
        return SipHash.hashCode(value);
    }
}
