package dev.anchors.ports;

import java.math.BigDecimal;
import java.time.Duration;
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
                "no whole answer within " + seconds(timeout) + " s",
                "allow more time, or ask for less",
                cause);
        this.timeout = timeout;
    }

    private static String seconds(Duration timeout) {
        return BigDecimal.valueOf(timeout.getSeconds())
                .add(BigDecimal.valueOf(timeout.getNano(), 9))
                .stripTrailingZeros()
                .toPlainString();
    }

    /** The time the call had. */
    public Duration timeout() {
        return timeout;
    }
}
