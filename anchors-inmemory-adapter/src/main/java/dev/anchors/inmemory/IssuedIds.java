package dev.anchors.inmemory;

import dev.anchors.domain.Anchor;
import dev.anchors.domain.AnchorId;
import dev.anchors.domain.Anchors;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The ids that were ever given to an anchor, so that none is given twice (CRE-1). For one thread at a time. */
final class IssuedIds {

    private final @Nullable Set<AnchorId> given; // null where repeats cannot happen

    private IssuedIds(@Nullable Set<AnchorId> given) {
        this.given = given;
    }

    /** For random UUIDs: no two are the same, and remembering the deleted would cost memory for ever. */
    static IssuedIds ofRandom() {
        return new IssuedIds(null);
    }

    /** For a source from outside, which is not trusted; {@code anchors} have their ids already. */
    static IssuedIds ofSource(Anchors anchors) {
        Set<AnchorId> given = new HashSet<>();
        anchors.stream().map(Anchor::id).forEach(given::add);
        return new IssuedIds(given);
    }

    /**
     * Notes that an id is given to an anchor.
     *
     * @throws IllegalStateException if it was given before
     */
    void give(AnchorId id) {
        if (given != null && !given.add(id)) {
            throw new IllegalStateException(
                    "the source of anchor ids repeats itself: " + id.value() + " was given before (rule CRE-1)");
        }
    }
}
