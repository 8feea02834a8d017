package dev.anchors.domain;

/**
 * Identifies one message of a conversation.
 *
 * @param value the identifier as the service writes it; opaque, not blank and without NUL
 */
public record MessageId(String value) implements MaterialId, Comparable<MessageId> {

    /** Rejects null, blank text and NUL. */
    public MessageId {
        Text.naming("message id", value);
    }

    @Override
    public MaterialKind kind() {
        return MaterialKind.MESSAGE;
    }

    /** Compares the texts of two ids as {@link String#compareTo} does; consistent with equality. */
    @Override
    public int compareTo(MessageId other) {
        return value.compareTo(other.value);
    }
}
