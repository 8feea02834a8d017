package dev.anchors.ports;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A failure of the service, or of the connection to it (rule FAI-1).
 *
 * <p>The family is closed, so that a {@code catch} or a {@code switch} over it can be complete. The message is one line
 * of at most 1,000 characters: the operation, what happened, what that means and what to do. Control characters in it are
 * escaped. It contains no path and no text of a response, since those are personal data. The cause is what the adapter
 * caught, if anything.
 *
 * <p>Bad arguments and a closed repository are mistakes of the caller, not failures of the service: they are reported as
 * {@link NullPointerException}, {@link IllegalArgumentException} and {@link IllegalStateException}.
 *
 * <p>Failures are serializable. Constructors refuse null with {@link NullPointerException} unless a parameter is
 * {@link Nullable}.
 */
public abstract sealed class AnchorRepositoryException extends RuntimeException
        permits AnchorNotFoundException,
                InterruptedCallException,
                MalformedResponseException,
                RequestRefusedException,
                ServiceFailedException,
                TimedOutException,
                ConnectionFailedException {

    private static final long serialVersionUID = 1L;

    private final Operation operation;
    private final Effect effect;

    AnchorRepositoryException(Operation operation, Effect effect, String message, @Nullable Throwable cause) {
        super(message, cause);
        this.operation = Objects.requireNonNull(operation, "operation");
        this.effect = Objects.requireNonNull(effect, "effect");
    }

    /** Returns the operation that failed. */
    public final Operation operation() {
        return operation;
    }

    /** Returns what the failed call is known to have changed (rule FAI-2). */
    public final Effect effect() {
        return effect;
    }
}
