package dev.anchors.domain;

/**
 * Identifies a source of workstream patterns, such as an application or a window.
 *
 * @param value the identifier as the service writes it; opaque, not blank and without NUL
 */
public record SourceId(String value) implements MaterialId {

    /** Rejects null, blank text and NUL. */
    public SourceId {
        Text.naming("source id", value);
    }

    @Override
    public MaterialKind kind() {
        return MaterialKind.SOURCE;
    }

    /** Returns a hash code that differs from one run of the program to the next. */
    @Override
    public int hashCode() {
        return SipHash.hashCode(value);
    }
}
