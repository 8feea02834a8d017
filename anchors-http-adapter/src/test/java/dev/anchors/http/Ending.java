package dev.anchors.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

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

    private Effect effect(Invocation invocation) {
        return invocation.operation().isChanging() ? effectOfChange : Effect.NONE;
    }

    /** Returns the ids of the anchors that a call returns which succeeds. */
    List<String> ids(Invocation invocation) {
        if (this == EMPTY || invocation.changesAnchor()) {
            return List.of();
        }
        return this == BOTH ? List.of("a", "a") : List.of("a");
    }

    /** Makes the call and asserts that it ends this way. A failure that is not expected is thrown as it is. */
    void assertEndOf(Invocation invocation, HttpAnchorRepository anchors) {
        if (failure == null) {
            assertThat(invocation.on(anchors)).isEqualTo(ids(invocation));
            return;
        }
        assertThatThrownBy(() -> invocation.on(anchors))
                .isExactlyInstanceOf(failure)
                .isInstanceOfSatisfying(AnchorRepositoryException.class, thrown -> {
                    assertThat(thrown.effect()).isEqualTo(effect(invocation));
                    assertThat(thrown.operation()).isEqualTo(invocation.operation());
                    assertThat(thrown.getMessage()).doesNotContain("\n", "rosa");
                });
    }

    /** Returns the ending as the documentation shows it, with its effect where the operation can have one. */
    String text(Invocation invocation) {
        boolean hasEffect = failure != null && invocation.operation().isChanging();
        return hasEffect ? text + ", " + effectOfChange : text;
    }
}
