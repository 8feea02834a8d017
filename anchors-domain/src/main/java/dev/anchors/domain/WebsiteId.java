package dev.anchors.domain;

/**
 * Identifies a website. An annotation can name one, an anchor cannot: hence no {@link MaterialId}.
 *
 * @param value the identifier as the service writes it; opaque, not blank and without NUL
 */
public record WebsiteId(String value) implements Comparable<WebsiteId> {

    /** Rejects null, blank text and NUL. */
    public WebsiteId {
        Text.naming("website id", value);
    }

    /** Compares the texts of two ids as {@link String#compareTo} does; consistent with equality. */
    @Override
    public int compareTo(WebsiteId other) {
        return value.compareTo(other.value);
    }
}
