package dev.anchors.inmemory;

import dev.anchors.domain.Anchor;
import dev.anchors.domain.AnchorId;
import dev.anchors.domain.GroupedTimestamp;
import dev.anchors.domain.MaterialId;
import dev.anchors.ports.AnchorLinks;
import dev.anchors.ports.Operation;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Objects;

/** The links of the anchors in a store. */
final class InMemoryAnchorLinks implements AnchorLinks {

    private final Store store;
    private final InstantSource clock;

    InMemoryAnchorLinks(Store store, InstantSource clock) {
        this.store = store;
        this.clock = clock;
    }

    @Override
    public void associate(AnchorId anchor, MaterialId material) {
        change(Operation.ASSOCIATE, anchor, material, true);
    }

    @Override
    public void disassociate(AnchorId anchor, MaterialId material) {
        change(Operation.DISASSOCIATE, anchor, material, false);
    }

    private void change(Operation operation, AnchorId anchor, MaterialId material, boolean linked) {
        Objects.requireNonNull(anchor, "anchor");
        Objects.requireNonNull(material, "material");
        store.current();
        Instant now = clock.instant();
        store.change(operation, version -> {
            Anchor before = version.require(anchor, operation);
            return before.isLinkedTo(material) == linked
                    ? version
                    : version.replaced(before, changed(before, material, linked, now));
        });
    }

    private static Anchor changed(Anchor before, MaterialId material, boolean linked, Instant now) {
        Anchor.Builder after = before.toBuilder();
        if (linked) {
            after.link(material);
        } else {
            after.unlink(material);
        }
        if (now.isAfter(before.updatedAt())) { // a clock that was set back does not set the anchor back
            after.updated(GroupedTimestamp.of(now));
        }
        return after.build();
    }
}
