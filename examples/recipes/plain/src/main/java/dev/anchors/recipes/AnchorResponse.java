package dev.anchors.recipes;

import dev.anchors.domain.Anchor;
import dev.anchors.domain.FullPath;
import dev.anchors.domain.MaterialId;
import java.time.Instant;
import java.util.List;

/** What a web controller returns for an anchor: the fields that its clients need, under names of its own. */
record AnchorResponse(String id, String type, List<String> paths, Instant updated, List<Link> links) {

    /** A link to a material, such as {@code {"kind": "CONVERSATION", "id": "..."}}. */
    record Link(String kind, String id) {

        static Link of(MaterialId material) {
            return new Link(material.kind().name(), material.value());
        }
    }

    static AnchorResponse of(Anchor anchor) {
        return new AnchorResponse(
                anchor.id().value(),
                anchor.rawType(),
                anchor.paths().stream().map(FullPath::value).toList(),
                anchor.updatedAt(),
                anchor.links().stream().map(Link::of).toList());
    }
}
