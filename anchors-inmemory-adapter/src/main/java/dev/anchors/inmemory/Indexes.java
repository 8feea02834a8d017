package dev.anchors.inmemory;

import dev.anchors.domain.Anchor;
import dev.anchors.domain.AnchorId;
import dev.anchors.domain.FullPath;
import dev.anchors.domain.MaterialId;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Where to look: the slots in which an anchor of an id, at a path or linked to a material may be found.
 *
 * <p>It only grows, and many versions of the state share one. So a slot that it names is a hint: a version looks into
 * its own slots whether the anchor is there, and is as asked for. One thread at a time adds; any number read.
 */
final class Indexes {

    private static final CandidateSlots NOWHERE = new CandidateSlots();

    private final Map<AnchorId, Place> byId = new ConcurrentHashMap<>();
    private final Map<FullPath, CandidateSlots> byPath = new ConcurrentHashMap<>();
    private final Map<MaterialId, CandidateSlots> byMaterial = new ConcurrentHashMap<>();

    /** Files an anchor under everything it can be asked for by. */
    void add(Anchor anchor, int slot) {
        byId.put(anchor.id(), new Place(slot, anchor));
        anchor.paths().stream().map(FullPath::normalized).distinct().forEach(path -> file(byPath, path, slot));
        anchor.links().forEach(material -> file(byMaterial, material, slot));
    }

    private static <K> void file(Map<K, CandidateSlots> hints, K key, int slot) {
        hints.computeIfAbsent(key, absent -> new CandidateSlots()).add(slot);
    }

    /** Returns where an anchor of that id was or is; null where there never was one. */
    @Nullable
    Place placeOf(AnchorId id) {
        return byId.get(id);
    }

    /** Returns the slots that had or have an anchor at that normalised path, in ascending order. */
    CandidateSlots slotsAt(FullPath path) {
        return byPath.getOrDefault(path, NOWHERE);
    }

    /** Returns the slots that had or have an anchor linked to that material, in ascending order. */
    CandidateSlots slotsLinkedTo(MaterialId material) {
        return byMaterial.getOrDefault(material, NOWHERE);
    }

    /** The slot of one anchor and, for as long as nobody changed or deleted it, the anchor: most are never touched. */
    static final class Place {

        private final int slot;
        private volatile @Nullable Anchor untouched;

        private Place(int slot, Anchor anchor) {
            this.slot = slot;
            untouched = anchor;
        }

        int slot() {
            return slot;
        }

        /** Returns the anchor as it was created, unless a state that is or will be published has another one or none. */
        @Nullable
        Anchor untouched() {
            return untouched;
        }

        /** Comes before the state with the change is published, so whoever has that state sees this too. */
        void touch() {
            untouched = null;
        }
    }

    /** SlotTree to look into: a list that grows at its end, for one writer and any number of readers. */
    static final class CandidateSlots {

        private int[] slots = new int[1];
        private volatile int size;

        private void add(int slot) {
            int end = size;
            if (end == slots.length) {
                slots = Arrays.copyOf(slots, end * 2);
            }
            slots[end] = slot;
            size = end + 1; // the volatile write that lets readers see the slot, and the array it is in
        }

        void forEach(IntConsumer look) {
            int end = size; // read first: whatever array is seen afterwards holds at least so many slots
            int[] seen = slots;
            for (int i = 0; i < end; i++) {
                look.accept(seen[i]);
            }
        }
    }
}
