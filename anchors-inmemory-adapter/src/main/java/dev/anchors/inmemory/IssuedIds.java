package dev.anchors.inmemory;

import dev.anchors.domain.Anchor;
import dev.anchors.domain.AnchorId;
import dev.anchors.domain.Anchors;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The ids that anchors ever had, so that no id is issued twice (CRE-1). For one thread at a time. */
final class IssuedIds {

    private final @Nullable Set<AnchorId> issued; // null where repeats cannot happen

    private IssuedIds(@Nullable Set<AnchorId> issued) {
        this.issued = issued;
    }

    /** Returns a record for random UUIDs, which never repeat: remembering ids of deleted anchors would only take memory. */
    static IssuedIds ofRandom() {
        return new IssuedIds(null);
    }

    /** Returns a record for a source from outside, which may repeat itself; the ids of {@code anchors} are issued already. */
    static IssuedIds ofSource(Anchors anchors) {
        Set<AnchorId> issued = new HashSet<>();
        anchors.stream().map(Anchor::id).forEach(issued::add);
        return new IssuedIds(issued);
    }

    /**
     * Notes that an id is issued.
     *
     * @throws IllegalStateException if the id was issued before
     */
    void issue(AnchorId id) {
        if (issued != null && !issued.add(id)) {
            throw new IllegalStateException(
                    "the source of anchor ids repeats itself: " + id.value() + " was issued before (rule CRE-1)");
        }
    }
}
