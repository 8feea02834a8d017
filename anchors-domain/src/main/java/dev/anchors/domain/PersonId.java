package dev.anchors.domain;

/**
 * Identifies a person.
 *
 * @param value the identifier as the service writes it; opaque, not blank
 */
public record PersonId(String value) implements MaterialId {

    /** Refuses null, blank text and NUL, and nothing else. */
    public PersonId {
        Text.naming("person id", value);
    }

    @Override
    public MaterialKind kind() {
        return MaterialKind.PERSON;
    }
}
