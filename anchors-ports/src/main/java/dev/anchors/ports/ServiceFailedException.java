package dev.anchors.ports;

import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/** The service answered that it failed (HTTP: a status of 5xx; the documented one is 500 with plain text). */
public final class ServiceFailedException extends AnchorRepositoryException {

    private static final long serialVersionUID = 1L;

    private final @Nullable Integer status; // an OptionalInt is not serializable
    private final String text;
    private final @Nullable Duration retryAfter;

    /**
     * Creates the failure of a request that the service could not carry out.
     *
     * @param operation the operation that failed
     * @param effect {@link Effect#NONE} if the service certainly changed nothing
     * @param status the HTTP status of the response; empty for an adapter without HTTP
     * @param text what the service said, as far as the adapter kept it; may be empty
     * @param cause what the adapter caught; null for none
     */
    public ServiceFailedException(
            Operation operation, Effect effect, OptionalInt status, String text, @Nullable Throwable cause) {
        this(operation, effect, status, text, Optional.empty(), "", cause);
    }

    /**
     * Creates the failure of a request that the service could not carry out, about which the adapter knows more.
     *
     * @param operation the operation that failed
     * @param effect {@link Effect#NONE} if the service certainly changed nothing
     * @param status the HTTP status of the response; empty for an adapter without HTTP
     * @param text what the service said, as far as the adapter kept it; may be empty
     * @param retryAfter how long the service asks to wait before the next request; empty if it does not say so
     * @param reason why the service failed, in a few words without a full stop and without personal data; may be empty
     * @param cause what the adapter caught; null for none
     */
    public ServiceFailedException(
            Operation operation,
            Effect effect,
            OptionalInt status,
            String text,
            Optional<Duration> retryAfter,
            String reason,
            @Nullable Throwable cause) {
        super(
                operation,
                effect,
                FailureMessage.of(
                        operation,
                        effect,
                        "the service failed" + FailureMessage.status(status, reason),
                        "see text() and the log of the service"),
                cause);
        this.status = status.isPresent() ? status.getAsInt() : null;
        this.text = Objects.requireNonNull(text, "text");
        this.retryAfter = retryAfter.orElse(null);
    }

    /** Returns the HTTP status of the response; empty for an adapter without HTTP. */
    public OptionalInt status() {
        return status == null ? OptionalInt.empty() : OptionalInt.of(status);
    }

    /** Returns what the service said, as far as the adapter kept it. May be empty, may contain personal data. */
    public String text() {
        return text;
    }

    /** Returns how long the service asks to wait before the next request; empty if it does not say so. */
    public Optional<Duration> retryAfter() {
        return Optional.ofNullable(retryAfter);
    }
}
