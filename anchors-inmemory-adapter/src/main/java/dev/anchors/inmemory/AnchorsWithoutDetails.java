package dev.anchors.inmemory;

import dev.anchors.domain.Anchor;
import dev.anchors.domain.AnchorId;
import dev.anchors.domain.AnchorIndex;
import dev.anchors.domain.AnchorPoint;
import dev.anchors.domain.FullPath;
import dev.anchors.domain.MaterialId;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/** A view of anchors without the details of points, which are left out when transferables are omitted (SNA-4). */
record AnchorsWithoutDetails(AnchorIndex whole) implements AnchorIndex {

    /** Returns the anchor with points that have only their ids. */
    static Anchor bare(Anchor anchor) {
        return anchor.toBuilder()
                .points(anchor.points().stream()
                        .map(point -> AnchorPoint.of(point.id()))
                        .toList())
                .build();
    }

    @Override
    public int size() {
        return whole.size();
    }

    @Override
    public Iterator<Anchor> iterator() {
        Iterator<Anchor> anchors = whole.iterator();
        return new Iterator<>() {
            @Override
            public boolean hasNext() {
                return anchors.hasNext();
            }

            @Override
            public Anchor next() {
                return bare(anchors.next());
            }
        };
    }

    @Override
    public Optional<Anchor> find(AnchorId id) {
        return whole.find(id).map(AnchorsWithoutDetails::bare);
    }

    /** Returns nothing: a point without details has no path. */
    @Override
    public List<Anchor> atPath(FullPath path) {
        return List.of();
    }

    /** Returns nothing, as {@link #atPath} does. */
    @Override
    public List<Anchor> below(FullPath directory) {
        return List.of();
    }

    @Override
    public List<Anchor> linkedTo(MaterialId material) {
        return whole.linkedTo(material).stream()
                .map(AnchorsWithoutDetails::bare)
                .toList();
    }
}
