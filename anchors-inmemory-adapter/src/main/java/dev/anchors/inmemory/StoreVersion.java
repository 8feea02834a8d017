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
 * <p>A change makes a new state, which shares nearly everything with the old one. One thread at a time makes it, and
 * only of the newest state: {@link SlotTree} and {@link Indexes} count on that.
 */
final class StoreVersion implements AnchorIndex {

    /** So many empty slots are never worth the moving of what lives. */
    private static final int FEW = 64;

    private final SlotTree slots;
    private final Indexes lookup;
    private final int size;

    private StoreVersion(SlotTree slots, Indexes lookup, int size) {
        this.slots = slots;
        this.lookup = lookup;
        this.size = size;
    }

    static StoreVersion empty() {
        return new StoreVersion(SlotTree.empty(), new Indexes(), 0);
    }

    /** Returns the state with an anchor more, of an id that no anchor has. */
    StoreVersion with(Anchor anchor) {
        lookup.add(anchor, slots.size());
        return new StoreVersion(slots.append(anchor), lookup, size + 1);
    }

    /** Returns the state with this anchor in the place of the one of the same id; paths and links can only be removed. */
    StoreVersion changed(Anchor anchor) {
        return new StoreVersion(slots.set(touched(anchor.id()), anchor), lookup, size);
    }

    /** Returns the state without the anchor of that id, which is there. */
    StoreVersion without(AnchorId id) {
        StoreVersion state = new StoreVersion(slots.set(touched(id), null), lookup, size - 1);
        return state.isSparse() ? state.compacted() : state;
    }

    private int touched(AnchorId id) {
        Indexes.Place place = Objects.requireNonNull(lookup.placeOf(id), "no such anchor");
        place.touch();
        return place.slot();
    }

    private boolean isSparse() {
        return size == 0 || slots.size() - size > size + FEW;
    }

    /** Moves what lives into a state of its own: the empty slots and what the lookup knows of them are let go. */
    private StoreVersion compacted() {
        StoreVersion state = empty();
        for (Anchor anchor : this) {
            state = state.with(anchor);
        }
        return state;
    }

    /** The number of slots, the empty ones included. */
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
        Indexes.Place place = lookup.placeOf(id);
        if (place == null) {
            return Optional.empty();
        }
        Anchor untouched = place.untouched();
        boolean isCurrent = untouched != null && place.slot() < slots.size();
        return Optional.ofNullable(isCurrent ? untouched : slots.get(place.slot()));
    }

    @Override
    public List<Anchor> atPath(FullPath path) {
        return pick(lookup.slotsAt(path), anchor -> true); // an anchor keeps its paths
    }

    @Override
    public List<Anchor> linkedTo(MaterialId material) {
        return pick(lookup.slotsLinkedTo(material), anchor -> anchor.links().contains(material));
    }

    private List<Anchor> pick(Indexes.CandidateSlots hints, Predicate<Anchor> asked) {
        List<Anchor> picked = new ArrayList<>();
        hints.forEach(slot -> {
            Anchor anchor = slots.get(slot);
            if (anchor != null && asked.test(anchor)) {
                picked.add(anchor);
            }
        });
        return List.copyOf(picked);
    }
}
