package dev.anchors.inmemory;

import dev.anchors.domain.Anchor;
import dev.anchors.domain.AnchorId;
import dev.anchors.domain.FullPath;
import dev.anchors.domain.MaterialId;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The slots in which an anchor with an id, at a path or linked to a material may be found.
 *
 * <p>Indexes only grow, and many versions of the store share them. Therefore a slot is only a candidate: a version checks in
 * its own slots whether the anchor is there and matches. Removing a link or a path keeps its slot; adding it again reuses it.
 * One thread at a time changes the indexes; any number read.
 */
final class Indexes {

    /** An index to which the slots of keys are added. */
    private interface Index<K> {

        boolean add(K key, int slot);
    }

    private final Map<AnchorId, Position> byId = new ConcurrentHashMap<>();
    private final PathIndex byPath = new PathIndex();
    private final SlotIndex<MaterialId> byMaterial = new SlotIndex<>();
    private int entries; // paths and links of the anchors of the newest version
    private int staleEntries; // candidates whose path or link the newest version does not have

    /** Adds an anchor under its id, its paths and its links. */
    void add(Anchor anchor, int slot) {
        byId.put(anchor.id(), new Position(slot, anchor));
        move(byPath::add, Set.of(), paths(anchor), slot);
        move(byMaterial::add, Set.of(), anchor.links(), slot);
    }

    /** Moves the anchor in a slot from the paths and links that it had to those that it has. */
    void replace(Anchor before, Anchor after, int slot) {
        move(byPath::add, paths(before), paths(after), slot);
        move(byMaterial::add, before.links(), after.links(), slot);
    }

    /** Notes that the newest version lacks an anchor. */
    void remove(Anchor anchor) {
        removeEntries(paths(anchor).size() + anchor.links().size());
    }

    private <K> void move(Index<K> index, Set<K> before, Set<K> after, int slot) {
        for (K key : after) {
            if (!before.contains(key)) {
                entries++;
                if (!index.add(key, slot)) {
                    staleEntries--;
                }
            }
        }
        int kept = (int) before.stream().filter(after::contains).count();
        removeEntries(before.size() - kept);
    }

    private void removeEntries(int count) {
        entries -= count;
        staleEntries += count;
    }

    private static Set<FullPath> paths(Anchor anchor) {
        return anchor.paths().stream().map(FullPath::normalized).collect(Collectors.toSet());
    }

    /** Returns the number of paths and links in the newest version; for the thread that changes the indexes. */
    int entries() {
        return entries;
    }

    /** Returns the number of paths and links that only older versions have; for the thread that changes the indexes. */
    int staleEntries() {
        return staleEntries;
    }

    /** Returns the position of an anchor that has or had this id; null if no anchor ever had it. */
    @Nullable
    Position positionOf(AnchorId id) {
        return byId.get(id);
    }

    /** Returns the slots that have or had an anchor at this normalised path, in ascending order. */
    IntStream slotsAt(FullPath path) {
        return byPath.slotsAt(path);
    }

    /** Returns the slots that have or had an anchor at a normalised path with this prefix, in ascending order. */
    IntStream slotsWithPrefix(String prefix) {
        return byPath.slotsWithPrefix(prefix);
    }

    /** Returns the slots that have or had an anchor linked to this material, in ascending order. */
    IntStream slotsLinkedTo(MaterialId material) {
        return byMaterial.get(material).stream();
    }

    /** The slot of one anchor and, until it is changed or deleted, the anchor itself: most anchors are never changed. */
    static final class Position {

        private final int slot;
        private volatile @Nullable Anchor unchanged;

        private Position(int slot, Anchor anchor) {
            this.slot = slot;
            unchanged = anchor;
        }

        int slot() {
            return slot;
        }

        /** Returns the anchor as it was created; null once a version is, or is about to be, published that changed it. */
        @Nullable
        Anchor unchanged() {
            return unchanged;
        }

        /** Is called before the version with the change is published, so that every reader of that version sees it. */
        void markChanged() {
            unchanged = null;
        }
    }
}
