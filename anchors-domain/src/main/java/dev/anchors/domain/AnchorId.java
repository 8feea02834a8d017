package dev.anchors.domain;

/**
 * Identifies an {@link Anchor}.
 *
 * @param value the identifier as the service writes it; opaque, not blank and without NUL
 */
public record AnchorId(String value) {

    /** Rejects null, blank text and NUL. */
    public AnchorId {
        Text.naming("anchor id", value);
    }

    /** Returns a hash code that differs from one run of the program to the next. */
    @Override
    public int hashCode() {
        return SipHash.hashCode(value);
    }
}
