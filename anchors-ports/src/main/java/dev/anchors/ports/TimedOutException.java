package dev.anchors.ports;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The deadline of the call passed before the response was complete. */
public final class TimedOutException extends AnchorRepositoryException {

    private static final long serialVersionUID = 1L;

    private final Duration timeout;

    /**
     * Creates the failure of a call that took too long.
     *
     * @param operation the operation that failed
     * @param effect {@link Effect#NONE} if the request cannot have reached the service or only reads
     * @param timeout the time that the call was allowed to take
     * @param cause what the adapter caught; null for none
     */
    public TimedOutException(Operation operation, Effect effect, Duration timeout, @Nullable Throwable cause) {
        super(
                operation,
                effect,
                FailureMessage.of(operation, effect, problem(timeout), operation.adviceAfterTimeout()),
                cause);
        this.timeout = timeout;
    }

    /**
     * Creates the failure of a call that took too long for a reason that is known.
     *
     * @param operation the operation that failed
     * @param effect {@link Effect#NONE} if the request cannot have reached the service or only reads
     * @param timeout the time that the call was allowed to take
     * @param reason why it took too long, in a few words without a full stop and without personal data
     * @param advice what to do about the reason, likewise
     * @param cause what the adapter caught; null for none
     */
    public TimedOutException(
            Operation operation,
            Effect effect,
            Duration timeout,
            String reason,
            String advice,
            @Nullable Throwable cause) {
        super(
                operation,
                effect,
                FailureMessage.of(
                        operation,
                        effect,
                        problem(timeout) + ": " + Objects.requireNonNull(reason, "reason"),
                        FailureMessage.shown(Objects.requireNonNull(advice, "advice"))),
                cause);
        this.timeout = timeout;
    }

    private static String problem(Duration timeout) {
        return "no complete response within " + seconds(timeout) + " s";
    }

    private static String seconds(Duration timeout) {
        return BigDecimal.valueOf(timeout.getSeconds())
                .add(BigDecimal.valueOf(timeout.getNano(), 9))
                .stripTrailingZeros()
                .toPlainString();
    }

    /** Returns the time that the call was allowed to take. */
    public Duration timeout() {
        return timeout;
    }
}
