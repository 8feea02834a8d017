package dev.anchors.domain;

/**
 * Identifies an annotation: a note on a material.
 *
 * @param value the identifier as the service writes it; opaque, not blank and without NUL
 */
public record AnnotationId(String value) implements MaterialId, Comparable<AnnotationId> {

    /** Rejects null, blank text and NUL. */
    public AnnotationId {
        Text.naming("annotation id", value);
    }

    @Override
    public MaterialKind kind() {
        return MaterialKind.ANNOTATION;
    }

    /** Compares the texts of two ids as {@link String#compareTo} does; consistent with equality. */
    @Override
    public int compareTo(AnnotationId other) {
        return value.compareTo(other.value);
    }
}
