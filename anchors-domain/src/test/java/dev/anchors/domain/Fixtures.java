package dev.anchors.domain;

import java.time.Instant;

/** Sample values shared by the tests. */
final class Fixtures {

    static final GroupedTimestamp NOON = GroupedTimestamp.of(Instant.parse("2024-04-17T12:00:00Z"));
    static final GroupedTimestamp LATER = GroupedTimestamp.of(Instant.parse("2024-04-17T18:30:00Z"));
    static final Score SCORE = Score.of(3, 4);
    static final EmbeddedModelSchema SCHEMA = new EmbeddedModelSchema(1, "MAJOR_0_MINOR_0_PATCH_1");

    private Fixtures() {}

    static Anchor.Builder anchor(String id) {
        return Anchor.builder(new AnchorId(id), AnchorType.FILE).created(NOON);
    }

    static Anchor anchorAt(String id, String... paths) {
        Anchor.Builder anchor = anchor(id);
        for (String path : paths) {
            anchor.point(pointAt("p-" + path, path));
        }
        return anchor.build();
    }

    static AnchorPoint pointAt(String id, String path) {
        return AnchorPoint.builder(new AnchorPointId(id))
                .fullpath(new FullPath(path))
                .build();
    }
}
