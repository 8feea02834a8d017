package dev.anchors.testkit.contract;

import dev.anchors.domain.Anchor;
import dev.anchors.domain.AnchorPoint;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What {@link dev.anchors.ports.Transferables#OMITTED} may leave out: the details of points. */
final class Details {

    private Details() {}

    /** Returns {@code full} without the details of points that {@code shown} does not have. */
    static Anchor missingAsIn(Anchor shown, Anchor full) {
        List<AnchorPoint> points = full.points();
        if (shown.points().size() != points.size()) {
            return full;
        }
        List<AnchorPoint> expected = new ArrayList<>();
        for (int index = 0; index < points.size(); index++) {
            expected.add(missingAsIn(shown.points().get(index), points.get(index)));
        }
        return full.toBuilder().points(expected).build();
    }

    private static AnchorPoint missingAsIn(AnchorPoint shown, AnchorPoint full) {
        return full.toBuilder()
                .fullpath(kept(shown.fullpath(), full.fullpath()))
                .rawPlatform(kept(shown.rawPlatform(), full.rawPlatform()))
                .verified(kept(shown.verified(), full.verified()))
                .created(kept(shown.created(), full.created()))
                .updated(kept(shown.updated(), full.updated()))
                .deleted(kept(shown.deleted(), full.deleted()))
                .anchor(kept(shown.anchor(), full.anchor()))
                .score(kept(shown.score(), full.score()))
                .schema(kept(shown.schema(), full.schema()))
                .build();
    }

    private static <T> @Nullable T kept(Optional<T> shown, Optional<T> full) {
        return shown.isPresent() ? full.orElse(null) : null;
    }
}
