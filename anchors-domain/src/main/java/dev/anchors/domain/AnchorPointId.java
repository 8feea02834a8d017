package dev.anchors.domain;

/**
 * Identifies an {@link AnchorPoint}.
 *
 * @param value the identifier as the service writes it; opaque, not blank and without NUL
 */
public record AnchorPointId(String value) {

    /** Rejects null, blank text and NUL. */
    public AnchorPointId {
        Text.naming("anchor point id", value);
    }

    /** Returns a hash code that differs from one run of the program to the next. */
    @Override
    public int hashCode() {
        return SipHash.hashCode(value);
    }
}
