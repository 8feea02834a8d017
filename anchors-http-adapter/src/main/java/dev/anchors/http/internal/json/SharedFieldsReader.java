package dev.anchors.http.internal.json;

import dev.anchors.domain.EmbeddedModelSchema;
import dev.anchors.domain.GroupedTimestamp;
import dev.anchors.domain.Score;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Reads the fields that several models share. Of the values that were read last, equal ones are one object. The methods
 * return null for null.
 */
final class SharedFieldsReader {

    private final JsonCursor json;
    private final FieldOrder timestampOrder = new FieldOrder();
    private final FieldOrder scoreOrder = new FieldOrder();
    private final FieldOrder schemaOrder = new FieldOrder();
    private final FieldOrder referenceOrder = new FieldOrder();
    private final RecentValues<GroupedTimestamp> timestamps = new RecentValues<>(SharedFieldsReader::isSame);
    private final RecentValues<Score> scores = new RecentValues<>(Score::equals);
    private final RecentValues<EmbeddedModelSchema> schemas = new RecentValues<>(EmbeddedModelSchema::equals);

    SharedFieldsReader(JsonCursor json) {
        this.json = json;
    }

    /** Forgets the values of the document, which may be long. */
    void clear() {
        timestamps.clear();
        scores.clear();
        schemas.clear();
    }

    @Nullable
    GroupedTimestamp timestamp() {
        if (!json.beginObject(timestampOrder)) {
            return null;
        }
        Instant value = null;
        Optional<String> readable = Optional.empty();
        while (json.nextField(timestampOrder)) {
            switch (json.field()) {
                case VALUE -> value = json.instantValue();
                case READABLE -> readable = json.optionalInternedValue();
                default -> json.skipValue();
            }
        }
        if (value == null) {
            json.failures().keepMissing("value");
            return null;
        }
        return timestamps.intern(new GroupedTimestamp(value, readable));
    }

    private static boolean isSame(GroupedTimestamp one, GroupedTimestamp other) {
        return one.equals(other) && one.readable().equals(other.readable()); // which equality ignores
    }

    @Nullable
    Score score() {
        if (!json.beginObject(scoreOrder)) {
            return null;
        }
        Long manual = null;
        Long automatic = null;
        Long priority = null;
        Long reuse = null;
        Long update = null;
        Long reference = null;
        Long searched = null;
        EmbeddedModelSchema schema = null;
        while (json.nextField(scoreOrder)) {
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
        return scores.intern(Score.builder(zeroIfNull(manual), zeroIfNull(automatic))
                .priority(priority)
                .reuse(reuse)
                .update(update)
                .reference(reference)
                .searched(searched)
                .schema(schema)
                .build());
    }

    /** Returns null also for a version stamp without {@code semantic}. */
    @Nullable
    EmbeddedModelSchema schema() {
        if (!json.beginObject(schemaOrder)) {
            return null;
        }
        Long migration = null;
        String semantic = null;
        while (json.nextField(schemaOrder)) {
            switch (json.field()) {
                case MIGRATION -> migration = json.longValue();
                case SEMANTIC -> semantic = json.internedValue();
                default -> json.skipValue();
            }
        }
        return semantic == null ? null : schemas.intern(new EmbeddedModelSchema(zeroIfNull(migration), semantic));
    }

    /** Returns the id of the object that is the current value; null for one without an id. */
    <T> @Nullable T referencedId(Function<String, T> create) {
        return referencedId(null, Object::toString, create);
    }

    /** Returns the same, or {@code known} if its value is the id, so that equal ids are one object. */
    <T> @Nullable T referencedId(@Nullable T known, Function<T, String> value, Function<String, T> create) {
        if (!json.beginObject(referenceOrder)) {
            return null;
        }
        T id = null;
        while (json.nextField(referenceOrder)) {
            if (json.field() == Field.ID) {
                id = json.nonBlankValue(known, value, create);
            } else {
                json.skipValue();
            }
        }
        return id;
    }

    private static long zeroIfNull(@Nullable Long number) {
        return number == null ? 0 : number;
    }
}
