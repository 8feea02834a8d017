package dev.anchors.domain;

/**
 * Identifies a person.
 *
 * @param value the identifier as the service writes it; opaque, not blank and without NUL
 */
public record PersonId(String value) implements MaterialId, Comparable<PersonId> {

    /** Rejects null, blank text and NUL. */
    public PersonId {
        Text.naming("person id", value);
    }

    @Override
    public MaterialKind kind() {
        return MaterialKind.PERSON;
    }

    /** Compares the texts of two ids as {@link String#compareTo} does; consistent with equality. */
    @Override
    public int compareTo(PersonId other) {
        return value.compareTo(other.value);
    }
}
