package dev.anchors.http.internal.json;

import dev.anchors.domain.Anchor;
import dev.anchors.domain.GroupedTimestamp;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The readable text of times, which does not take part in the equality of anchors. */
final class ReadableTimes {

    private ReadableTimes() {}

    /** Returns the readable text of each time of the anchors, in order; empty for a time that is absent or has none. */
    static List<Optional<String>> of(Iterable<Anchor> anchors) {
        List<Optional<String>> texts = new ArrayList<>();
        for (Anchor anchor : anchors) {
            texts.add(anchor.created().readable());
            texts.add(anchor.updated().readable());
            texts.add(anchor.deleted().flatMap(GroupedTimestamp::readable));
            anchor.points().forEach(point -> {
                texts.add(point.created().flatMap(GroupedTimestamp::readable));
                texts.add(point.updated().flatMap(GroupedTimestamp::readable));
                texts.add(point.deleted().flatMap(GroupedTimestamp::readable));
            });
        }
        return texts;
    }
}
