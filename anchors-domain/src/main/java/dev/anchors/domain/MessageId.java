package dev.anchors.domain;

/**
 * Identifies one message of a conversation.
 *
 * @param value the identifier as the service writes it; opaque, not blank and without NUL
 */
public record MessageId(String value) implements MaterialId {

    /** Rejects null, blank text and NUL. */
    public MessageId {
        Text.naming("message id", value);
    }

    @Override
    public MaterialKind kind() {
        return MaterialKind.MESSAGE;
    }

    /** Returns a hash code that differs from one run of the program to the next. */
    @Override
    public int hashCode() {
        return SipHash.hashCode(value);
    }
}
