package dev.anchors.domain;

/**
 * Identifies one message of a conversation.
 *
 * @param value the identifier as the service writes it; opaque, not blank
 */
public record MessageId(String value) implements MaterialId {

    /** Refuses null, blank text and NUL, and nothing else. */
    public MessageId {
        Text.naming("message id", value);
    }

    @Override
    public MaterialKind kind() {
        return MaterialKind.MESSAGE;
    }
}
