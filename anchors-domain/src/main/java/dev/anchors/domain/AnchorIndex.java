package dev.anchors.domain;

import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;

/**
 * The lookups behind an {@link Anchors} snapshot. Implement it to expose an immutable structure without copying.
 *
 * <p>An index never changes, is thread-safe, holds no id twice, and its methods agree with one another. Every list that it
 * returns is immutable and in the order of the iteration. Arguments are never null.
 */
public interface AnchorIndex extends Iterable<Anchor> {

    /** Returns the number of anchors. */
    int size();

    /** Returns the anchors in order; immutable. */
    default List<Anchor> asList() {
        return StreamSupport.stream(spliterator(), false).toList();
    }

    /** Returns the anchor with this id; empty if there is none. */
    Optional<Anchor> find(AnchorId id);

    /** Returns the anchors that have a point at {@code path}, which is in normal form already. */
    List<Anchor> atPath(FullPath path);

    /**
     * Returns the anchors that have a point below {@code directory}, which is in normal form already. The default
     * implementation reads all anchors.
     */
    default List<Anchor> below(FullPath directory) {
        return StreamSupport.stream(spliterator(), false)
                .filter(anchor -> anchor.isBelow(directory))
                .toList();
    }

    /** Returns the anchors that are linked to {@code material}. */
    List<Anchor> linkedTo(MaterialId material);
}
