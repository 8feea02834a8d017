package dev.anchors.inmemory;

import dev.anchors.domain.Anchor;
import dev.anchors.domain.AnchorId;
import dev.anchors.domain.AnchorPointId;
import dev.anchors.domain.AnnotationId;
import dev.anchors.domain.SeededAnchor;
import java.time.InstantSource;
import java.util.Objects;
import java.util.function.Supplier;

/** Makes anchors from seeds, with the time and ids of sources that may have been given from outside. */
record AnchorFactory(
        InstantSource clock,
        Supplier<AnchorId> anchorIds,
        Supplier<AnchorPointId> pointIds,
        Supplier<AnnotationId> annotationIds) {

    Anchor make(SeededAnchor seed) {
        AnchorId id = Objects.requireNonNull(anchorIds.get(), "the source of anchor ids returned null");
        return seed.toAnchor(id, pointIds.get(), annotationIds, clock.instant());
    }
}
