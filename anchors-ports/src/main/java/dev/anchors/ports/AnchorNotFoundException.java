package dev.anchors.ports;

import dev.anchors.domain.AnchorId;
import org.jspecify.annotations.Nullable;

/**
 * The service has no such anchor (rules DEL-2 and DIS-4).
 *
 * <p>With {@link Effect#NONE} the response to the call itself says so: the id is unknown or the anchor was deleted before,
 * and nothing changed. With {@link Effect#UNKNOWN} the response left the outcome open, and a look-up afterwards found no
 * anchor: either there was none before the call, or the call itself had an effect. Repeating the call is useless in both
 * cases.
 */
public final class AnchorNotFoundException extends AnchorRepositoryException {

    private static final long serialVersionUID = 1L;

    private final String anchor;

    /**
     * Creates the failure of a call that changed nothing ({@link Effect#NONE}).
     *
     * @param operation the operation that failed
     * @param anchor the anchor that does not exist
     */
    public AnchorNotFoundException(Operation operation, AnchorId anchor) {
        this(operation, anchor, null);
    }

    /**
     * Creates the failure of a call that changed nothing ({@link Effect#NONE}).
     *
     * @param operation the operation that failed
     * @param anchor the anchor that does not exist
     * @param cause what the adapter caught; null for none
     */
    public AnchorNotFoundException(Operation operation, AnchorId anchor, @Nullable Throwable cause) {
        this(operation, Effect.NONE, anchor, cause);
    }

    /**
     * Creates the failure of a call.
     *
     * @param operation the operation that failed
     * @param effect {@link Effect#NONE} if the response to the call says that there is no anchor; {@link Effect#UNKNOWN} if
     *     a look-up after the call says so
     * @param anchor the anchor that does not exist
     * @param cause what the adapter caught; null for none
     */
    public AnchorNotFoundException(Operation operation, Effect effect, AnchorId anchor, @Nullable Throwable cause) {
        super(operation, effect, message(operation, effect, anchor), cause);
        this.anchor = anchor.value();
    }

    private static String message(Operation operation, Effect effect, AnchorId anchor) {
        String problem = "there is no anchor " + FailureMessage.shown(anchor.value());
        if (effect == Effect.UNKNOWN) {
            String alternative = operation == Operation.DELETE ? "this call deleted it" : "it was deleted meanwhile";
            String advice = "either it did not exist or " + alternative + "; do not repeat the call";
            return FailureMessage.of(operation, problem + " any more", advice);
        }
        return FailureMessage.of(
                operation, problem, "the id is unknown or the anchor was deleted, so take a new snapshot");
    }

    /** Returns the anchor that does not exist. */
    public AnchorId anchor() {
        return new AnchorId(anchor);
    }
}
