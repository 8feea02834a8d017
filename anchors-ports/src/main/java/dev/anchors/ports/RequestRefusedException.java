package dev.anchors.ports;

import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/** The service understood the request and refused it (HTTP: a status of 4xx). Nothing changed. */
public final class RequestRefusedException extends AnchorRepositoryException {

    private static final long serialVersionUID = 1L;

    private final @Nullable Integer status; // an OptionalInt is not serializable
    private final String text;
    private final @Nullable Duration retryAfter;

    /**
     * Creates the failure of a refused request.
     *
     * @param operation the operation that failed
     * @param status the HTTP status of the response; empty for an adapter without HTTP
     * @param text what the service said, as far as the adapter kept it; may be empty
     * @param cause what the adapter caught; null for none
     */
    public RequestRefusedException(Operation operation, OptionalInt status, String text, @Nullable Throwable cause) {
        this(operation, status, text, Optional.empty(), "", cause);
    }

    /**
     * Creates the failure of a refused request about which the adapter knows more.
     *
     * @param operation the operation that failed
     * @param status the HTTP status of the response; empty for an adapter without HTTP
     * @param text what the service said, as far as the adapter kept it; may be empty
     * @param retryAfter how long the service asks to wait before the next request; empty if it does not say so
     * @param reason why the request was refused, in a few words without a full stop and without personal data; may be empty
     * @param cause what the adapter caught; null for none
     */
    public RequestRefusedException(
            Operation operation,
            OptionalInt status,
            String text,
            Optional<Duration> retryAfter,
            String reason,
            @Nullable Throwable cause) {
        super(
                operation,
                Effect.NONE,
                FailureMessage.of(
                        operation,
                        "the service refused the request" + FailureMessage.status(status, reason),
                        operation.adviceAfterRefusal()),
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
