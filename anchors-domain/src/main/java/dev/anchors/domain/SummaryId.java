package dev.anchors.domain;

/**
 * Identifies a workstream summary.
 *
 * @param value the identifier as the service writes it; opaque, not blank
 */
public record SummaryId(String value) implements MaterialId {

    /** Refuses null, blank text and NUL, and nothing else. */
    public SummaryId {
        Text.naming("summary id", value);
    }

    @Override
    public MaterialKind kind() {
        return MaterialKind.SUMMARY;
    }
}
