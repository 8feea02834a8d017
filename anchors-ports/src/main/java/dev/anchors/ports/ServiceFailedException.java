package dev.anchors.ports;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The service answered that it failed (a status of 5xx; the documented failure is 500 with plain text). */
public final class ServiceFailedException extends AnchorRepositoryException {

    private static final long serialVersionUID = 1L;

    private final int status;
    private final String text;

    /**
     * Makes the failure of a request that the service could not carry out.
     *
     * @param status the status of the answer, 500 to 599
     * @param text what the service said, as far as the adapter kept it; may be empty
     */
    public ServiceFailedException(
            Operation operation, Effect effect, int status, String text, @Nullable Throwable cause) {
        super(
                operation,
                effect,
                "the service failed with status " + status,
                "text() has its words; its own log may say more",
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
