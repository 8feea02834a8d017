package dev.anchors.domain;

/**
 * Identifies an {@link Anchor}.
 *
 * @param value the identifier as the service writes it; opaque, not blank
 */
public record AnchorId(String value) {

    /** Refuses null, blank text and NUL, and nothing else. */
    public AnchorId {
        Text.naming("anchor id", value);
    }
}
