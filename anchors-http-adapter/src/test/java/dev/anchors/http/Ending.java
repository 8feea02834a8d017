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
import org.jspecify.annotations.Nullable;

/** How a call ends. */
enum Ending {
    DONE("done", null, Effect.NONE),
    /** There is no such anchor, or there are none. */
    EMPTY("empty", null, Effect.NONE),
    /** An anchor comes twice. */
    BOTH("both", null, Effect.NONE),
    UNREACHED("`ConnectionFailedException`", ConnectionFailedException.class, Effect.NONE),
    LOST("`ConnectionFailedException`", ConnectionFailedException.class, Effect.UNKNOWN),
    OVERDUE("`TimedOutException`", TimedOutException.class, Effect.UNKNOWN),
    REFUSED("`RequestRefusedException`", RequestRefusedException.class, Effect.NONE),
    NOT_FOUND("`AnchorNotFoundException`", AnchorNotFoundException.class, Effect.NONE),
    /** A look-up after a failure found no anchor. */
    FOUND_MISSING("`AnchorNotFoundException`", AnchorNotFoundException.class, Effect.UNKNOWN),
    FAILED("`ServiceFailedException`", ServiceFailedException.class, Effect.UNKNOWN),
    UNREADABLE("`MalformedResponseException`", MalformedResponseException.class, Effect.UNKNOWN);

    private final String words;
    private final @Nullable Class<? extends AnchorRepositoryException> failure;
    private final Effect effectOfChange;

    Ending(String words, @Nullable Class<? extends AnchorRepositoryException> failure, Effect effectOfChange) {
        this.words = words;
        this.failure = failure;
        this.effectOfChange = effectOfChange;
    }

    /** The type of the failure; null for a call that succeeds. */
    @Nullable
    Class<? extends AnchorRepositoryException> failure() {
        return failure;
    }

    /** The effect that the failure names. One that only reads never has any. */
    Effect effect(Invocation invocation) {
        return invocation.operation().isChanging() ? effectOfChange : Effect.NONE;
    }

    /** The ids of the anchors that a call gets which does not fail. */
    List<String> ids(Invocation invocation) {
        if (this == EMPTY || invocation.isRemoval()) {
            return List.of();
        }
        return this == BOTH ? List.of("a", "a") : List.of("a");
    }

    /** How a reader of the documentation is told. */
    String inWords(Invocation invocation) {
        boolean tellEffect = failure != null && invocation.operation().isChanging();
        return tellEffect ? words + ", " + effectOfChange : words;
    }
}
