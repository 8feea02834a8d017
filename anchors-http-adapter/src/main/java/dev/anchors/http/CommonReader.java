package dev.anchors.http;

import dev.anchors.domain.EmbeddedModelSchema;
import dev.anchors.domain.GroupedTimestamp;
import dev.anchors.domain.Score;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads what models of every kind carry. */
final class CommonReader {

    private final JsonCursor json;
    private @Nullable EmbeddedModelSchema lastSchema;

    CommonReader(JsonCursor json) {
        this.json = json;
    }

    GroupedTimestamp timestamp() {
        Instant value = null;
        Optional<String> readable = Optional.empty();
        json.enterObject();
        while (json.nextField()) {
            switch (json.field()) {
                case "value" -> value = json.instant();
                case "readable" -> readable = Optional.of(json.word());
                default -> json.skip();
            }
        }
        return new GroupedTimestamp(json.required("value", value), readable);
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
                case "manual" -> manual = json.integer();
                case "automatic" -> automatic = json.integer();
                case "priority" -> priority = json.integer();
                case "reuse" -> reuse = json.integer();
                case "update" -> update = json.integer();
                case "reference" -> reference = json.integer();
                case "searched" -> searched = json.integer();
                case "schema" -> schema = schema();
                default -> json.skip();
            }
        }
        return Score.builder(manual, automatic)
                .priority(priority)
                .reuse(reuse)
                .update(update)
                .reference(reference)
                .searched(searched)
                .schema(schema)
                .build();
    }

    /** Returns the stamp; null for one without the part that means something. Equal ones in a row are one object. */
    @Nullable
    EmbeddedModelSchema schema() {
        long migration = 0;
        String semantic = null;
        json.enterObject();
        while (json.nextField()) {
            switch (json.field()) {
                case "migration" -> migration = json.integer();
                case "semantic" -> semantic = json.word();
                default -> json.skip();
            }
        }
        return semantic == null ? null : shared(migration, semantic);
    }

    private EmbeddedModelSchema shared(long migration, String semantic) {
        EmbeddedModelSchema last = lastSchema;
        if (last != null && last.migration() == migration && last.semantic().equals(semantic)) {
            return last;
        }
        EmbeddedModelSchema schema = new EmbeddedModelSchema(migration, semantic);
        lastSchema = schema;
        return schema;
    }
}
