package dev.anchors.http.internal.json;

import dev.anchors.domain.EmbeddedModelSchema;
import dev.anchors.domain.GroupedTimestamp;
import dev.anchors.domain.Score;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads what models of every kind carry. Equal values that come soon after one another are one object. */
final class SharedFieldsReader {

    private final JsonCursor json;
    private final RecentValues<GroupedTimestamp> timestamps = new RecentValues<>();
    private final RecentValues<Score> scores = new RecentValues<>();
    private final RecentValues<EmbeddedModelSchema> schemas = new RecentValues<>();

    SharedFieldsReader(JsonCursor json) {
        this.json = json;
    }

    GroupedTimestamp timestamp() {
        Instant value = null;
        Optional<String> readable = Optional.empty();
        json.beginObject();
        while (json.nextField()) {
            switch (json.field()) {
                case VALUE -> value = json.instantValue();
                case READABLE -> readable = json.optionalInternedValue();
                default -> json.skipValue();
            }
        }
        return timestamps.intern(new GroupedTimestamp(json.required("value", value), readable));
    }

    Score score() {
        long manual = 0;
        long automatic = 0;
        Long priority = null;
        Long reuse = null;
        Long update = null;
        Long reference = null;
        Long searched = null;
        EmbeddedModelSchema schema = null;
        json.beginObject();
        while (json.nextField()) {
            switch (json.field()) {
                case MANUAL -> manual = json.longValue();
                case AUTOMATIC -> automatic = json.longValue();
                case PRIORITY -> priority = json.longValue();
                case REUSE -> reuse = json.longValue();
                case UPDATE -> update = json.longValue();
                case REFERENCE -> reference = json.longValue();
                case SEARCHED -> searched = json.longValue();
                case SCHEMA -> schema = schema();
                default -> json.skipValue();
            }
        }
        return scores.intern(Score.builder(manual, automatic)
                .priority(priority)
                .reuse(reuse)
                .update(update)
                .reference(reference)
                .searched(searched)
                .schema(schema)
                .build());
    }

    /** Returns the stamp; null for one without the part that means something. */
    @Nullable
    EmbeddedModelSchema schema() {
        long migration = 0;
        String semantic = null;
        json.beginObject();
        while (json.nextField()) {
            switch (json.field()) {
                case MIGRATION -> migration = json.longValue();
                case SEMANTIC -> semantic = json.internedValue();
                default -> json.skipValue();
            }
        }
        return semantic == null ? null : schemas.intern(new EmbeddedModelSchema(migration, semantic));
    }
}
