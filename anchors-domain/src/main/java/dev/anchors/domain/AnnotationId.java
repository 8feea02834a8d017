package dev.anchors.domain;

/**
 * Identifies an annotation: a note on a material.
 *
 * @param value the identifier as the service writes it; opaque, not blank and without NUL
 */
public record AnnotationId(String value) implements MaterialId {

    /** Rejects null, blank text and NUL. */
    public AnnotationId {
        Text.naming("annotation id", value);
    }

    @Override
    public MaterialKind kind() {
        return MaterialKind.ANNOTATION;
    }

    /** Returns a hash code that differs from one run of the program to the next. */
    @Override
    public int hashCode() {
        return SipHash.hashCode(value);
    }
}
