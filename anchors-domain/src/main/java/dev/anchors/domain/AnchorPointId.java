package dev.anchors.domain;

/**
 * Identifies an {@link AnchorPoint}.
 *
 * @param value the identifier as the service writes it; opaque, not blank
 */
public record AnchorPointId(String value) {

    /** Refuses null, blank text and NUL, and nothing else. */
    public AnchorPointId {
        Text.naming("anchor point id", value);
    }
}
