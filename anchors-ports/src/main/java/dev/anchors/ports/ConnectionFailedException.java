package dev.anchors.ports;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The service could not be reached, or the connection was lost before the response was complete. */
public final class ConnectionFailedException extends AnchorRepositoryException {

    private static final long serialVersionUID = 1L;

    /**
     * Creates the failure of a request without a complete response.
     *
     * @param operation the operation that failed
     * @param effect {@link Effect#NONE} if the request cannot have reached the service or only reads
     * @param what what happened, in a few words without a full stop and without personal data
     * @param cause what the adapter caught; null for none
     */
    public ConnectionFailedException(Operation operation, Effect effect, String what, @Nullable Throwable cause) {
        this(operation, effect, what, "check that the service runs and that its address is right", cause);
    }

    /**
     * Creates the failure of a request without a complete response, for a service that needs other advice.
     *
     * @param operation the operation that failed
     * @param effect {@link Effect#NONE} if the request cannot have reached the service or only reads
     * @param what what happened, in a few words without a full stop and without personal data
     * @param advice what to check, likewise
     * @param cause what the adapter caught; null for none
     */
    public ConnectionFailedException(
            Operation operation, Effect effect, String what, String advice, @Nullable Throwable cause) {
        super(
                operation,
                effect,
                FailureMessage.of(
                        operation, effect, what, FailureMessage.shown(Objects.requireNonNull(advice, "advice"))),
                cause);
    }
}
