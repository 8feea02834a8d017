package dev.anchors.ports;

import org.jspecify.annotations.Nullable;

/** The calling thread was interrupted while it waited. Its interrupt flag is set when this is thrown. */
public final class InterruptedCallException extends AnchorRepositoryException {

    private static final long serialVersionUID = 1L;

    /**
     * Creates the failure of an interrupted call.
     *
     * @param operation the operation that failed
     * @param effect {@link Effect#NONE} if the request cannot have reached the service or only reads
     * @param cause what the adapter caught; null for none
     */
    public InterruptedCallException(Operation operation, Effect effect, @Nullable Throwable cause) {
        super(
                operation,
                effect,
                FailureMessage.of(
                        operation,
                        effect,
                        "the calling thread was interrupted",
                        "its interrupt flag is set, so stop the work or clear the flag before the next call"),
                cause);
    }
}
