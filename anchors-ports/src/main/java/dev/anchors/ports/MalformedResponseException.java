package dev.anchors.ports;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** An answer came that cannot be understood: no such status, no JSON, or JSON of the wrong shape. */
public final class MalformedResponseException extends AnchorRepositoryException {

    private static final long serialVersionUID = 1L;

    private final String pointer;

    /**
     * Makes the failure of an answer that is not what the wire description promises.
     *
     * @param what what is wrong, in a few words without a full stop
     * @param pointer where in the body, as a JSON pointer (RFC 6901); empty for the answer as a whole
     */
    public MalformedResponseException(
            Operation operation, Effect effect, String what, String pointer, @Nullable Throwable cause) {
        super(
                operation,
                effect,
                what + (Objects.requireNonNull(pointer, "pointer").isEmpty() ? "" : " at " + pointer),
                "check that the address is that of the service and which release it is",
                cause);
        this.pointer = pointer;
    }

    /** Where in the body, as a JSON pointer (RFC 6901); empty for the answer as a whole. */
    public String pointer() {
        return pointer;
    }
}
