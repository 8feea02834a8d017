package dev.anchors.domain;

/**
 * Identifies a website. An annotation can name one, an anchor cannot: hence no {@link MaterialId}.
 *
 * @param value the identifier as the service writes it; opaque, not blank
 */
public record WebsiteId(String value) {

    /** Refuses null, blank text and NUL, and nothing else. */
    public WebsiteId {
        Text.naming("website id", value);
    }
}
