package dev.anchors.domain;

/**
 * Identifies a person.
 *
 * @param value the identifier as the service writes it; opaque, not blank and without NUL
 */
public record PersonId(String value) implements MaterialId {

    /** Rejects null, blank text and NUL. */
    public PersonId {
        Text.naming("person id", value);
    }

    @Override
    public MaterialKind kind() {
        return MaterialKind.PERSON;
    }

    /** Returns a hash code that differs from one run of the program to the next. */
    @Override
    public int hashCode() {
        return SipHash.hashCode(value);
    }
}
