package dev.anchors.domain;

import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;

/**
 * What an {@link Anchors} snapshot looks things up in; for repositories that keep anchors in an immutable structure of
 * their own and want a snapshot of it for nothing.
 *
 * <p>An index never changes, may be shared by any number of threads, holds no id twice, and its methods agree with one
 * another. Every list it returns is immutable and in the order of the iteration.
 */
public interface AnchorIndex extends Iterable<Anchor> {

    /** The number of anchors. */
    int size();

    /** Returns the anchors in order; immutable. */
    default List<Anchor> asList() {
        return StreamSupport.stream(spliterator(), false).toList();
    }

    /** Returns the anchor of that id. */
    Optional<Anchor> find(AnchorId id);

    /** Returns the anchors with a point whose normalised path is {@code path}, which is normalised already. */
    List<Anchor> atPath(FullPath path);

    /** Returns the anchors linked to a material of any kind. */
    List<Anchor> linkedTo(MaterialId material);
}
