package dev.anchors.domain;

/**
 * Identifies a tag.
 *
 * @param value the identifier as the service writes it; opaque, not blank and without NUL
 */
public record TagId(String value) implements MaterialId {

    /** Rejects null, blank text and NUL. */
    public TagId {
        Text.naming("tag id", value);
    }

    @Override
    public MaterialKind kind() {
        return MaterialKind.TAG;
    }

    /** Returns a hash code that differs from one run of the program to the next. */
    @Override
    public int hashCode() {
        return SipHash.hashCode(value);
    }
}
