package dev.anchors.http.internal.json;

import dev.anchors.domain.AnchorId;
import org.jspecify.annotations.Nullable;

/** Thrown when the body of a response is not what the wire description promises; the port reports another exception. */
public final class MalformedBodyException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String what;
    private final String pointer;

    /**
     * Creates the exception.
     *
     * @param what what is wrong, without any text of the body but ids, since the body may hold personal data
     * @param pointer the position as a JSON pointer (RFC 6901); empty for the body as a whole
     * @param cause the cause, whose message holds no text of the body either; null for none
     */
    public MalformedBodyException(String what, String pointer, @Nullable Throwable cause) {
        super(what, cause);
        this.what = what;
        this.pointer = pointer;
    }

    /** Returns the same failure, of which the message names the anchor that has it. */
    MalformedBodyException in(AnchorId anchor) {
        String where = "; the anchor has the id " + EscapedText.of(anchor.value());
        return new MalformedBodyException(what + where, pointer, getCause());
    }

    /** Returns whether the body is probably no document of the service at all. */
    public boolean isOfAnotherKind() {
        return pointer.isEmpty() || (pointer.equals("/iterable") && what.equals(JsonFailures.MISSING));
    }

    /** Returns what is wrong, in a few words without a full stop. */
    public String what() {
        return what;
    }

    /** Returns the position as a JSON pointer (RFC 6901); empty for the body as a whole. */
    public String pointer() {
        return pointer;
    }
}
