package dev.anchors.http;

import dev.anchors.domain.EmbeddedModelSchema;
import dev.anchors.domain.GroupedTimestamp;
import dev.anchors.domain.Score;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads what models of every kind carry. Equal values that come soon after one another are one object. */
final class CommonReader {

    private final JsonCursor json;
    private final Recent<GroupedTimestamp> timestamps = new Recent<>();
    private final Recent<Score> scores = new Recent<>();
    private final Recent<EmbeddedModelSchema> schemas = new Recent<>();

    CommonReader(JsonCursor json) {
        this.json = json;
    }

    GroupedTimestamp timestamp() {
        Instant value = null;
        Optional<String> readable = Optional.empty();
        json.enterObject();
        while (json.nextField()) {
            switch (json.field()) {
                case VALUE -> value = json.instant();
                case READABLE -> readable = json.optionalWord();
                default -> json.skip();
            }
        }
        return timestamps.sameAs(new GroupedTimestamp(json.required("value", value), readable));
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
        json.enterObject();
        while (json.nextField()) {
            switch (json.field()) {
                case MANUAL -> manual = json.integer();
                case AUTOMATIC -> automatic = json.integer();
                case PRIORITY -> priority = json.integer();
                case REUSE -> reuse = json.integer();
                case UPDATE -> update = json.integer();
                case REFERENCE -> reference = json.integer();
                case SEARCHED -> searched = json.integer();
                case SCHEMA -> schema = schema();
                default -> json.skip();
            }
        }
        return scores.sameAs(Score.builder(manual, automatic)
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
        json.enterObject();
        while (json.nextField()) {
            switch (json.field()) {
                case MIGRATION -> migration = json.integer();
                case SEMANTIC -> semantic = json.word();
                default -> json.skip();
            }
        }
        return semantic == null ? null : schemas.sameAs(new EmbeddedModelSchema(migration, semantic));
    }
}
