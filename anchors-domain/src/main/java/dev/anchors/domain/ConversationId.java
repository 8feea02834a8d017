package dev.anchors.domain;

/**
 * Identifies a conversation: a chat that the service keeps.
 *
 * @param value the identifier as the service writes it; opaque, not blank and without NUL
 */
public record ConversationId(String value) implements MaterialId {

    /** Rejects null, blank text and NUL. */
    public ConversationId {
        Text.naming("conversation id", value);
    }

    @Override
    public MaterialKind kind() {
        return MaterialKind.CONVERSATION;
    }

    /** Returns a hash code that differs from one run of the program to the next. */
    @Override
    public int hashCode() {
        return SipHash.hashCode(value);
    }
}
