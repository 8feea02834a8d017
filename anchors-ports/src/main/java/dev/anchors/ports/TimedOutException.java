package dev.anchors.ports;

import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The deadline of the call passed before the whole answer was there. */
public final class TimedOutException extends AnchorRepositoryException {

    private static final long serialVersionUID = 1L;

    private final Duration timeout;

    /**
     * Makes the failure of a call that took too long.
     *
     * @param timeout the time the call had
     */
    public TimedOutException(Operation operation, Effect effect, Duration timeout, @Nullable Throwable cause) {
        super(
                operation,
                effect,
                "no whole answer within "
                        + Objects.requireNonNull(timeout, "timeout").toMillis() + " ms",
                "allow more time, or ask for less",
                cause);
        this.timeout = timeout;
    }

    /** The time the call had. */
    public Duration timeout() {
        return timeout;
    }
}
