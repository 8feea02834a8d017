package dev.anchors.ports;

import org.jspecify.annotations.Nullable;

/** Nobody listens, or the connection was lost before the whole answer was there. */
public final class ConnectionFailedException extends AnchorRepositoryException {

    private static final long serialVersionUID = 1L;

    /**
     * Makes the failure of a request that got no whole answer.
     *
     * @param what what happened, in a few words without a full stop
     */
    public ConnectionFailedException(Operation operation, Effect effect, String what, @Nullable Throwable cause) {
        super(operation, effect, what, "check that the service runs and that the address is right", cause);
    }
}
