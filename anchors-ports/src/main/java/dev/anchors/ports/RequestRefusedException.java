package dev.anchors.ports;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The service understood the request and refused it (a status of 4xx). Nothing changed. */
public final class RequestRefusedException extends AnchorRepositoryException {

    private static final long serialVersionUID = 1L;

    private final int status;
    private final String text;

    /**
     * Makes the failure of a refused request.
     *
     * @param status the status of the answer, 400 to 499
     * @param text what the service said, as far as the adapter kept it; may be empty
     */
    public RequestRefusedException(Operation operation, int status, String text, @Nullable Throwable cause) {
        super(
                operation,
                Effect.NONE,
                "the service refused the request with status " + status,
                "check the seed, the headers and whether this service knows the operation",
                cause);
        this.status = status;
        this.text = Objects.requireNonNull(text, "text");
    }

    /** The status of the answer. */
    public int status() {
        return status;
    }

    /** What the service said, as far as the adapter kept it; may be empty, may hold personal data. */
    public String text() {
        return text;
    }
}
