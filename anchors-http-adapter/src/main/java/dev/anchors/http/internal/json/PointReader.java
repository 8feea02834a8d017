package dev.anchors.http.internal.json;

import dev.anchors.domain.AnchorId;
import dev.anchors.domain.AnchorPoint;
import dev.anchors.domain.AnchorPointId;
import dev.anchors.domain.EmbeddedModelSchema;
import dev.anchors.domain.FullPath;
import dev.anchors.domain.GroupedTimestamp;
import dev.anchors.domain.Platform;
import dev.anchors.domain.Score;
import org.jspecify.annotations.Nullable;

/** Reads the points of an anchor. */
final class PointReader {

    private final JsonCursor json;
    private final SharedFieldsReader shared;
    private final FieldOrder pointOrder = new FieldOrder();
    private final FieldOrder detailsOrder = new FieldOrder();

    PointReader(JsonCursor json, SharedFieldsReader shared) {
        this.json = json;
        this.shared = shared;
    }

    /**
     * Returns the point that is the current value; null for one without an id. The id beside the reference wins over the
     * id within the reference.
     *
     * @param anchor the anchor of the point, if known: when the point names the same anchor, the id is held once
     */
    @Nullable
    AnchorPoint point(@Nullable AnchorId anchor) {
        if (!json.beginObject(pointOrder)) {
            return null;
        }
        AnchorPointId id = null;
        Details details = null;
        while (json.nextField(pointOrder)) {
            switch (json.field()) {
                case ID -> id = json.nonBlankValue(AnchorPointId::new);
                case REFERENCE -> details = details(id, anchor);
                default -> json.skipValue();
            }
        }
        if (details == null) {
            return id == null ? null : AnchorPoint.of(id);
        }
        AnchorPointId own = id == null ? details.id : id;
        return own == null ? null : details.of(own);
    }

    private @Nullable Details details(@Nullable AnchorPointId point, @Nullable AnchorId anchor) {
        if (!json.beginObject(detailsOrder)) {
            return null;
        }
        Details details = new Details();
        while (json.nextField(detailsOrder)) {
            switch (json.field()) {
                case ID -> details.id = json.nonBlankValue(point, AnchorPointId::value, AnchorPointId::new);
                case FULLPATH -> details.fullpath = json.nonBlankValue(FullPath::new);
                case PLATFORM -> details.platform = rawPlatform();
                case VERIFIED -> details.verified = json.booleanValue();
                case CREATED -> details.created = shared.timestamp();
                case UPDATED -> details.updated = shared.timestamp();
                case DELETED -> details.deleted = shared.timestamp();
                case ANCHOR -> details.anchor = shared.referencedId(anchor, AnchorId::value, AnchorId::new);
                case SCORE -> details.score = shared.score();
                case SCHEMA -> details.schema = shared.schema();
                default -> json.skipValue();
            }
        }
        return details;
    }

    private @Nullable String rawPlatform() {
        String text = json.internedValue();
        Platform known = text == null ? Platform.UNKNOWN : Platform.of(text);
        return known == Platform.UNKNOWN ? text : known.name(); // the name of a constant is held once in the program
    }

    /** The content of a reference, which may come before the id of the point. */
    private static final class Details {

        private @Nullable AnchorPointId id;
        private @Nullable FullPath fullpath;
        private @Nullable String platform;
        private @Nullable Boolean verified;
        private @Nullable GroupedTimestamp created;
        private @Nullable GroupedTimestamp updated;
        private @Nullable GroupedTimestamp deleted;
        private @Nullable AnchorId anchor;
        private @Nullable Score score;
        private @Nullable EmbeddedModelSchema schema;

        AnchorPoint of(AnchorPointId point) {
            return AnchorPoint.builder(point)
                    .fullpath(fullpath)
                    .rawPlatform(platform)
                    .verified(verified)
                    .created(created)
                    .updated(updated)
                    .deleted(deleted)
                    .anchor(anchor)
                    .score(score)
                    .schema(schema)
                    .build();
        }
    }
}
