package dev.anchors.ports;

import org.jspecify.annotations.Nullable;

/** The calling thread was interrupted while it waited. Its interrupt flag is set when this is thrown. */
public final class InterruptedCallException extends AnchorRepositoryException {

    private static final long serialVersionUID = 1L;

    /** Makes the failure of a call that was given up. */
    public InterruptedCallException(Operation operation, Effect effect, @Nullable Throwable cause) {
        super(
                operation,
                effect,
                "the calling thread was interrupted",
                "its interrupt flag is set: end the work, or clear it first",
                cause);
    }
}
