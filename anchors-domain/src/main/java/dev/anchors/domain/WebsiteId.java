package dev.anchors.domain;

/**
 * Identifies a website. An annotation can name one, an anchor cannot: hence no {@link MaterialId}.
 *
 * @param value the identifier as the service writes it; opaque, not blank and without NUL
 */
public record WebsiteId(String value) {

    /** Rejects null, blank text and NUL. */
    public WebsiteId {
        Text.naming("website id", value);
    }

    /** Returns a hash code that differs from one run of the program to the next. */
    @Override
    public int hashCode() {
        return SipHash.hashCode(value);
    }
}
