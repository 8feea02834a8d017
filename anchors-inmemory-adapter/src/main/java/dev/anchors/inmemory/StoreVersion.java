package dev.anchors.inmemory;

import dev.anchors.domain.Anchor;
import dev.anchors.domain.AnchorId;
import dev.anchors.domain.AnchorIndex;
import dev.anchors.domain.FullPath;
import dev.anchors.domain.MaterialId;
import dev.anchors.domain.SeededAnchor;
import dev.anchors.ports.AnchorNotFoundException;
import dev.anchors.ports.Operation;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/**
 * All anchors at one moment, in the order they were created; immutable, and hence a snapshot.
 *
 * <p>A change makes a new version, which shares nearly everything with the old one. {@link SlotTree} and {@link Indexes}
 * require that one thread at a time makes it, and only from the newest version.
 */
final class StoreVersion implements AnchorIndex {

    /** Up to this many empty slots or stale entries are not worth copying the others. */
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

    /** Returns this version with {@code after} instead of {@code before}, which it has and whose id is the same. */
    StoreVersion replaced(Anchor before, Anchor after) {
        int slot = changedSlot(before);
        indexes.replace(before, after, slot);
        return new StoreVersion(slots.set(slot, after), indexes, size).compact();
    }

    /** Returns this version without an anchor, which it has. */
    StoreVersion without(Anchor anchor) {
        int slot = changedSlot(anchor);
        indexes.remove(anchor);
        return new StoreVersion(slots.set(slot, null), indexes, size - 1).compact();
    }

    private int changedSlot(Anchor anchor) {
        Indexes.Position position = Objects.requireNonNull(indexes.positionOf(anchor.id()), "no such anchor");
        position.markChanged();
        return position.slot();
    }

    /**
     * Returns this version, or a copy that shares nothing if too much of this version is left from what was removed: empty
     * slots, and entries of the indexes.
     */
    private StoreVersion compact() {
        boolean sparse = size == 0 || slots.size() - size > size + FEW;
        boolean stale = indexes.staleEntries() > indexes.entries() + size + FEW;
        return sparse || stale ? of(this) : this;
    }

    /** Returns the number of slots, the empty ones included. */
    int slots() {
        return slots.size();
    }

    /** Returns the number of paths and links that the indexes still hold although the newest version does not have them. */
    int staleEntries() {
        return indexes.staleEntries();
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
        Anchor unchanged = position.unchanged();
        boolean isCurrent = unchanged != null && position.slot() < slots.size();
        return Optional.ofNullable(isCurrent ? unchanged : slots.get(position.slot()));
    }

    /** Returns the anchor with this id, or fails as {@code operation} does without that anchor. */
    Anchor require(AnchorId id, Operation operation) {
        return find(id).orElseThrow(() -> new AnchorNotFoundException(operation, id));
    }

    @Override
    public List<Anchor> atPath(FullPath path) {
        return pick(indexes.slotsAt(path), anchor -> isAt(anchor, path));
    }

    /** Returns the oldest anchor with the path and the type of a seed. */
    Optional<Anchor> oldest(SeededAnchor seed) {
        return atPath(seed.fullpath().normalized()).stream()
                .filter(anchor -> anchor.rawType().equals(seed.rawType()))
                .min(Comparator.comparing(Anchor::createdAt));
    }

    private static boolean isAt(Anchor anchor, FullPath path) {
        List<FullPath> paths = anchor.paths();
        return paths.contains(path) // nearly always true, and without the cost of normalising
                || paths.stream().map(FullPath::normalized).anyMatch(path::equals);
    }

    @Override
    public List<Anchor> below(FullPath directory) {
        return directory
                .directoryPrefix()
                .map(prefix -> pick(indexes.slotsWithPrefix(prefix), anchor -> anchor.isBelow(directory)))
                .orElse(List.of());
    }

    @Override
    public List<Anchor> linkedTo(MaterialId material) {
        return pick(indexes.slotsLinkedTo(material), anchor -> anchor.isLinkedTo(material));
    }

    private List<Anchor> pick(IntStream candidates, Predicate<Anchor> matches) {
        return candidates
                .mapToObj(slots::get)
                .filter(anchor -> anchor != null && matches.test(anchor))
                .toList();
    }
}
