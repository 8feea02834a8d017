package dev.anchors.domain;

/**
 * Identifies a tag.
 *
 * @param value the identifier as the service writes it; opaque, not blank
 */
public record TagId(String value) implements MaterialId {

    /** Refuses null, blank text and NUL, and nothing else. */
    public TagId {
        Text.naming("tag id", value);
    }

    @Override
    public MaterialKind kind() {
        return MaterialKind.TAG;
    }
}
