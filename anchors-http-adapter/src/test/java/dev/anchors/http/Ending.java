package dev.anchors.http;

import dev.anchors.ports.AnchorNotFoundException;
import dev.anchors.ports.AnchorRepositoryException;
import dev.anchors.ports.ConnectionFailedException;
import dev.anchors.ports.Effect;
import dev.anchors.ports.MalformedResponseException;
import dev.anchors.ports.RequestRefusedException;
import dev.anchors.ports.ServiceFailedException;
import dev.anchors.ports.TimedOutException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How a call ends. */
enum Ending {
    DONE("done", null, Effect.NONE),
    /** There is no such anchor, or there are no anchors. */
    EMPTY("empty", null, Effect.NONE),
    /** The call returns one anchor twice. */
    BOTH("both", null, Effect.NONE),
    UNREACHED("`ConnectionFailedException`", ConnectionFailedException.class, Effect.NONE),
    LOST("`ConnectionFailedException`", ConnectionFailedException.class, Effect.UNKNOWN),
    TIMED_OUT("`TimedOutException`", TimedOutException.class, Effect.UNKNOWN),
    REFUSED("`RequestRefusedException`", RequestRefusedException.class, Effect.NONE),
    NOT_FOUND("`AnchorNotFoundException`", AnchorNotFoundException.class, Effect.NONE),
    /** A look-up after a failure found no anchor. */
    FOUND_MISSING("`AnchorNotFoundException`", AnchorNotFoundException.class, Effect.UNKNOWN),
    FAILED("`ServiceFailedException`", ServiceFailedException.class, Effect.UNKNOWN),
    MALFORMED("`MalformedResponseException`", MalformedResponseException.class, Effect.UNKNOWN);

    private final String text;
    private final @Nullable Class<? extends AnchorRepositoryException> failure;
    private final Effect effectOfChange;

    Ending(String text, @Nullable Class<? extends AnchorRepositoryException> failure, Effect effectOfChange) {
        this.text = text;
        this.failure = failure;
        this.effectOfChange = effectOfChange;
    }

    /** Returns the type of the failure; empty if the call succeeds. */
    Optional<Class<? extends AnchorRepositoryException>> failure() {
        return Optional.ofNullable(failure);
    }

    /** Returns the effect that the failure names, which is NONE for an operation that only reads. */
    Effect effect(Invocation invocation) {
        return invocation.operation().isChanging() ? effectOfChange : Effect.NONE;
    }

    /** Returns the ids of the anchors that a call returns which succeeds. */
    List<String> ids(Invocation invocation) {
        if (this == EMPTY || invocation.isRemoval()) {
            return List.of();
        }
        return this == BOTH ? List.of("a", "a") : List.of("a");
    }

    /** Returns the ending as the documentation shows it, with its effect where the operation can have one. */
    String text(Invocation invocation) {
        boolean hasEffect = failure != null && invocation.operation().isChanging();
        return hasEffect ? text + ", " + effectOfChange : text;
    }
}
