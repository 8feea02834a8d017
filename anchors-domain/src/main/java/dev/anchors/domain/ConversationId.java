package dev.anchors.domain;

/**
 * Identifies a conversation: a chat that the service keeps.
 *
 * @param value the identifier as the service writes it; opaque, not blank
 */
public record ConversationId(String value) implements MaterialId {

    /** Refuses null, blank text and NUL, and nothing else. */
    public ConversationId {
        Text.naming("conversation id", value);
    }

    @Override
    public MaterialKind kind() {
        return MaterialKind.CONVERSATION;
    }
}
