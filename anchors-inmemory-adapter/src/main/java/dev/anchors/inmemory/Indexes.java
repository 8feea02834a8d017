package dev.anchors.inmemory;

import dev.anchors.domain.Anchor;
import dev.anchors.domain.AnchorId;
import dev.anchors.domain.FullPath;
import dev.anchors.domain.MaterialId;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The slots in which an anchor with an id, at a path or linked to a material may be found.
 *
 * <p>Indexes only grow, and many versions of the store share them. Therefore a slot is only a candidate: a version checks in
 * its own slots whether the anchor is there and matches. A link that is removed leaves its candidate, and is found by it if
 * it is made again. One thread at a time changes the indexes; any number read.
 */
final class Indexes {

    private final Map<AnchorId, Position> byId = new ConcurrentHashMap<>();
    private final SlotIndex<FullPath> byPath = new SlotIndex<>();
    private final SlotIndex<MaterialId> byMaterial = new SlotIndex<>();
    private int links; // of the newest version
    private int staleLinks; // candidates whose links the newest version does not have

    /** Adds an anchor under its id, its paths and its links. */
    void add(Anchor anchor, int slot) {
        byId.put(anchor.id(), new Position(slot, anchor));
        anchor.paths().stream().map(FullPath::normalized).distinct().forEach(path -> byPath.add(path, slot));
        anchor.links().forEach(material -> link(material, slot));
    }

    /** Adds a link that the anchor in a slot did not have. */
    void link(MaterialId material, int slot) {
        links++;
        if (!byMaterial.add(material, slot)) {
            staleLinks--;
        }
    }

    /** Notes that anchors lost so many links. */
    void unlink(int count) {
        links -= count;
        staleLinks += count;
    }

    /** Returns the number of links in the newest version; for the thread that changes the indexes. */
    int links() {
        return links;
    }

    /** Returns the number of links that only older versions have; for the thread that changes the indexes. */
    int staleLinks() {
        return staleLinks;
    }

    /** Returns the position of an anchor that has or had this id; null if no anchor ever had it. */
    @Nullable
    Position positionOf(AnchorId id) {
        return byId.get(id);
    }

    /** Returns the slots that have or had an anchor at this normalised path, in ascending order. */
    CandidateSlots slotsAt(FullPath path) {
        return byPath.get(path);
    }

    /** Returns the slots that have or had an anchor linked to this material, in ascending order. */
    CandidateSlots slotsLinkedTo(MaterialId material) {
        return byMaterial.get(material);
    }

    /** The slot of one anchor and, until it is changed or deleted, the anchor itself: most anchors are never changed. */
    static final class Position {

        private final int slot;
        private volatile @Nullable Anchor untouched;

        private Position(int slot, Anchor anchor) {
            this.slot = slot;
            untouched = anchor;
        }

        int slot() {
            return slot;
        }

        /** Returns the anchor as it was created; null once a version is, or is about to be, published that changed it. */
        @Nullable
        Anchor untouched() {
            return untouched;
        }

        /** Is called before the version with the change is published, so that every reader of that version sees it. */
        void touch() {
            untouched = null;
        }
    }
}
