package dev.anchors.domain;

/**
 * Identifies a source of workstream patterns, such as an application or a window.
 *
 * @param value the identifier as the service writes it; opaque, not blank
 */
public record SourceId(String value) implements MaterialId {

    /** Refuses null, blank text and NUL, and nothing else. */
    public SourceId {
        Text.naming("source id", value);
    }

    @Override
    public MaterialKind kind() {
        return MaterialKind.SOURCE;
    }
}
