package dev.anchors.ports;

import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A failure of the service, or of the way to it (rule FAI-1).
 *
 * <p>The family is closed, so that a {@code catch} or a {@code switch} over it can be complete. The message is one line:
 * the operation, what happened, what to do. It holds no path and nothing of a body, since those are personal data. What
 * an adapter caught on the way is the cause.
 *
 * <p>Bad arguments and a closed repository are mistakes of the caller, not failures of the service: they are
 * {@link NullPointerException}, {@link IllegalArgumentException} and {@link IllegalStateException}.
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

    AnchorRepositoryException(
            Operation operation, Effect effect, String what, String advice, @Nullable Throwable cause) {
        super(message(operation, effect, what, advice), cause);
        this.operation = operation;
        this.effect = Objects.requireNonNull(effect, "effect");
    }

    /** The operation that failed. */
    public final Operation operation() {
        return operation;
    }

    /** What the failed call is known to have done (rule FAI-2). */
    public final Effect effect() {
        return effect;
    }

    private static String message(Operation operation, Effect effect, String what, String advice) {
        String doubt = effect == Effect.UNKNOWN ? "; it may have been applied, so look before trying again" : "";
        return oneLine(operation.name().toLowerCase(Locale.ROOT) + ": " + what + doubt + "; " + advice);
    }

    private static String oneLine(String text) {
        return text.replaceAll("\\R", " ");
    }
}
