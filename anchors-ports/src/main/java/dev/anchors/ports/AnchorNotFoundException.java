package dev.anchors.ports;

import dev.anchors.domain.AnchorId;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The service has no such anchor: it never had, or the anchor is deleted (rules DEL-2 and DIS-4). Nothing changed. */
public final class AnchorNotFoundException extends AnchorRepositoryException {

    private static final long serialVersionUID = 1L;

    private final String anchor;

    /** Makes the failure of an operation on {@code anchor}. */
    public AnchorNotFoundException(Operation operation, AnchorId anchor) {
        this(operation, anchor, null);
    }

    /** Makes the failure of an operation on {@code anchor}, of which {@code cause} was the first sign. */
    public AnchorNotFoundException(Operation operation, AnchorId anchor, @Nullable Throwable cause) {
        super(
                operation,
                Effect.NONE,
                "there is no anchor " + Objects.requireNonNull(anchor, "anchor").value(),
                "take a new snapshot: the id is unknown or the anchor is deleted",
                cause);
        this.anchor = anchor.value();
    }

    /** The anchor that is not there. */
    public AnchorId anchor() {
        return new AnchorId(anchor);
    }
}
