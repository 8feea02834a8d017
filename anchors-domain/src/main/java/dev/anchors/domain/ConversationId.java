package dev.anchors.domain;

/**
 * Identifies a conversation: a chat that the service keeps.
 *
 * @param value the identifier as the service writes it; opaque, not blank and without NUL
 */
public record ConversationId(String value) implements MaterialId, Comparable<ConversationId> {

    /** Rejects null, blank text and NUL. */
    public ConversationId {
        Text.naming("conversation id", value);
    }

    @Override
    public MaterialKind kind() {
        return MaterialKind.CONVERSATION;
    }

    /** Compares the texts of two ids as {@link String#compareTo} does; consistent with equality. */
    @Override
    public int compareTo(ConversationId other) {
        return value.compareTo(other.value);
    }
}
