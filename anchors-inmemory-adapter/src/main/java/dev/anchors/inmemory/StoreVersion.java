package dev.anchors.inmemory;

import dev.anchors.domain.Anchor;
import dev.anchors.domain.AnchorId;
import dev.anchors.domain.AnchorIndex;
import dev.anchors.domain.FullPath;
import dev.anchors.domain.MaterialId;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * All anchors at one moment, in the order they were created; immutable, and hence a snapshot.
 *
 * <p>A change makes a new version, which shares nearly everything with the old one. {@link SlotTree} and {@link Indexes}
 * require that one thread at a time makes it, and only from the newest version.
 */
final class StoreVersion implements AnchorIndex {

    /** Up to this many empty slots are not worth copying the others. */
    private static final int FEW = 64;

    private final SlotTree slots;
    private final Indexes indexes;
    private final int size;

    private StoreVersion(SlotTree slots, Indexes indexes, int size) {
        this.slots = slots;
        this.indexes = indexes;
        this.size = size;
    }

    static StoreVersion empty() {
        return new StoreVersion(SlotTree.empty(), new Indexes(), 0);
    }

    /** Returns a first version with these anchors, each with an id of its own. */
    static StoreVersion of(Iterable<Anchor> anchors) {
        StoreVersion version = empty();
        for (Anchor anchor : anchors) {
            version = version.with(anchor);
        }
        return version;
    }

    /** Returns this version with one more anchor, whose id no anchor has. */
    StoreVersion with(Anchor anchor) {
        indexes.add(anchor, slots.size());
        return new StoreVersion(slots.append(anchor), indexes, size + 1);
    }

    /** Returns this version with this anchor instead of the one with its id; paths and links can only be removed. */
    StoreVersion changed(Anchor anchor) {
        return new StoreVersion(slots.set(touched(anchor.id()), anchor), indexes, size);
    }

    /** Returns this version without the anchor with this id, which is present. */
    StoreVersion without(AnchorId id) {
        StoreVersion version = new StoreVersion(slots.set(touched(id), null), indexes, size - 1);
        return version.isSparse() ? version.compacted() : version;
    }

    private int touched(AnchorId id) {
        Indexes.Position position = Objects.requireNonNull(indexes.positionOf(id), "no such anchor");
        position.touch();
        return position.slot();
    }

    private boolean isSparse() {
        return size == 0 || slots.size() - size > size + FEW;
    }

    /** Copies the anchors into a version that shares nothing, which frees the empty slots and their entries in the indexes. */
    private StoreVersion compacted() {
        return of(this);
    }

    /** Returns the number of slots, the empty ones included. */
    int slots() {
        return slots.size();
    }

    @Override
    public int size() {
        return size;
    }

    @Override
    public Iterator<Anchor> iterator() {
        return slots.iterator();
    }

    @Override
    public Optional<Anchor> find(AnchorId id) {
        Indexes.Position position = indexes.positionOf(id);
        if (position == null) {
            return Optional.empty();
        }
        Anchor untouched = position.untouched();
        boolean isCurrent = untouched != null && position.slot() < slots.size();
        return Optional.ofNullable(isCurrent ? untouched : slots.get(position.slot()));
    }

    @Override
    public List<Anchor> atPath(FullPath path) {
        return pick(indexes.slotsAt(path), anchor -> true); // paths of an anchor never change
    }

    @Override
    public List<Anchor> linkedTo(MaterialId material) {
        return pick(indexes.slotsLinkedTo(material), anchor -> anchor.links().contains(material));
    }

    private List<Anchor> pick(Indexes.CandidateSlots candidates, Predicate<Anchor> matches) {
        List<Anchor> picked = new ArrayList<>();
        candidates.forEach(slot -> {
            Anchor anchor = slots.get(slot);
            if (anchor != null && matches.test(anchor)) {
                picked.add(anchor);
            }
        });
        return List.copyOf(picked);
    }
}
