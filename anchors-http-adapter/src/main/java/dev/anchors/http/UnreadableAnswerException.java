package dev.anchors.http;

import org.jspecify.annotations.Nullable;

/** An answer that is not what the wire description promises, on its way to become a failure of the port. */
final class UnreadableAnswerException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String pointer;

    /**
     * Makes the exception.
     *
     * @param what what is wrong, never with what the answer holds, since that may be personal data
     * @param pointer where, as a JSON pointer (RFC 6901); empty for the answer as a whole
     */
    UnreadableAnswerException(String what, String pointer, @Nullable Throwable cause) {
        super(what, cause);
        this.pointer = pointer;
    }

    String what() {
        return String.valueOf(getMessage());
    }

    String pointer() {
        return pointer;
    }
}
