package dev.anchors.ports;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A response that cannot be understood: an undocumented status, malformed JSON, or JSON of the wrong shape. */
public final class MalformedResponseException extends AnchorRepositoryException {

    private static final long serialVersionUID = 1L;

    private final String pointer;

    /**
     * Creates the failure of a response that breaks the description of the service.
     *
     * @param operation the operation that failed
     * @param effect {@link Effect#UNKNOWN} unless the operation only reads
     * @param what what is wrong, in a few words without a full stop and without text of the response
     * @param pointer where in the body, as a JSON pointer (RFC 6901); empty for the response as a whole
     * @param cause what the adapter caught; null for none
     */
    public MalformedResponseException(
            Operation operation, Effect effect, String what, String pointer, @Nullable Throwable cause) {
        super(operation, effect, message(operation, effect, what, pointer), cause);
        this.pointer = pointer;
    }

    private static String message(Operation operation, Effect effect, String what, String pointer) {
        String where = Objects.requireNonNull(pointer, "pointer").isEmpty() ? "" : " at " + pointer;
        return FailureMessage.of(
                operation,
                effect,
                FailureMessage.shown(what) + FailureMessage.shown(where),
                "check that the address belongs to the service and which version it runs");
    }

    /**
     * Returns where in the body the problem is, as a JSON pointer (RFC 6901); empty for the response as a whole. In
     * the message a long pointer is shortened and control characters are escaped.
     */
    public String pointer() {
        return pointer;
    }
}
