package dev.anchors.inmemory;

import dev.anchors.domain.Anchor;
import dev.anchors.domain.AnchorId;
import dev.anchors.domain.AnchorPoint;
import dev.anchors.domain.AnchorPointId;
import dev.anchors.domain.AnnotationId;
import dev.anchors.domain.GroupedTimestamp;
import dev.anchors.domain.SeededAnchor;
import java.time.InstantSource;
import java.util.Objects;
import java.util.function.Supplier;

/** Makes the anchor of a seed (CRE-1 to CRE-4). */
record Maker(
        InstantSource clock,
        Supplier<AnchorId> anchorIds,
        Supplier<AnchorPointId> pointIds,
        Supplier<AnnotationId> annotationIds) {

    Anchor make(SeededAnchor seed) {
        GroupedTimestamp now = GroupedTimestamp.of(clock.instant());
        AnchorId id = Objects.requireNonNull(anchorIds.get(), "the source of anchor ids gave null");
        Anchor.Builder anchor = Anchor.builder(id, seed.type())
                .name(seed.name().orElse(null))
                .watch(seed.watch().orElse(null))
                .point(point(seed, id, now))
                .created(now)
                .schema(seed.schema().orElse(null));
        seed.asset().ifPresent(anchor::link);
        seed.conversation().ifPresent(anchor::link);
        seed.persons().forEach(anchor::link);
        seed.annotations().forEach(annotation -> anchor.link(annotationIds.get()));
        return anchor.build();
    }

    private AnchorPoint point(SeededAnchor seed, AnchorId anchor, GroupedTimestamp now) {
        return AnchorPoint.builder(pointIds.get())
                .fullpath(seed.fullpath().normalized())
                .platform(seed.platform().orElse(null))
                .created(now)
                .updated(now)
                .anchor(anchor)
                .build();
    }
}
