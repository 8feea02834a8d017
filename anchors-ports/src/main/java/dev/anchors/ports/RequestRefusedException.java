package dev.anchors.ports;

import java.util.Objects;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/** The service understood the request and refused it (HTTP: a status of 4xx). Nothing changed. */
public final class RequestRefusedException extends AnchorRepositoryException {

    private static final long serialVersionUID = 1L;

    private final @Nullable Integer status; // an OptionalInt is not serializable
    private final String text;

    /**
     * Creates the failure of a refused request.
     *
     * @param operation the operation that failed
     * @param status the HTTP status of the response; empty for an adapter without HTTP
     * @param text what the service said, as far as the adapter kept it; may be empty
     * @param cause what the adapter caught; null for none
     */
    public RequestRefusedException(Operation operation, OptionalInt status, String text, @Nullable Throwable cause) {
        this(operation, status, text, "", cause);
    }

    /**
     * Creates the failure of a refused request for an operation that not every service supports.
     *
     * @param operation the operation that failed
     * @param status the HTTP status of the response; empty for an adapter without HTTP
     * @param text what the service said, as far as the adapter kept it; may be empty
     * @param requirement which services support the operation, as the end of the message; empty if every service does
     * @param cause what the adapter caught; null for none
     */
    public RequestRefusedException(
            Operation operation, OptionalInt status, String text, String requirement, @Nullable Throwable cause) {
        super(
                operation,
                Effect.NONE,
                FailureMessage.of(
                        operation,
                        "the service refused the request" + FailureMessage.status(status),
                        operation.adviceAfterRefusal()
                                + (requirement.isEmpty() ? "" : ": " + FailureMessage.shown(requirement))),
                cause);
        this.status = status.isPresent() ? status.getAsInt() : null;
        this.text = Objects.requireNonNull(text, "text");
    }

    /** Returns the HTTP status of the response; empty for an adapter without HTTP. */
    public OptionalInt status() {
        return status == null ? OptionalInt.empty() : OptionalInt.of(status);
    }

    /** Returns what the service said, as far as the adapter kept it. May be empty, may contain personal data. */
    public String text() {
        return text;
    }
}
