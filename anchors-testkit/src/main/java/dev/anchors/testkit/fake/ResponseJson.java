package dev.anchors.testkit.fake;

import dev.anchors.domain.Anchor;
import dev.anchors.domain.AnchorPoint;
import dev.anchors.domain.Anchors;
import dev.anchors.domain.EmbeddedModelSchema;
import dev.anchors.domain.GroupedTimestamp;
import dev.anchors.domain.MaterialId;
import dev.anchors.domain.MaterialKind;
import dev.anchors.domain.Score;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.HashSet;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.regex.Pattern;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.json.JsonMapper;

/**
 * Writes anchors as the OpenAPI document describes them. Absent fields and empty collections are left out, except for the
 * collections that the document requires. This class shares no code with the readers that it helps to test.
 */
final class ResponseJson {

    private static final JsonMapper MAPPER = JsonMapper.builder().build();
    private static final Pattern UNPAIRED_SURROGATE =
            Pattern.compile("\\p{Cs}"); // a pair is one code point of another kind

    private final JsonGenerator json;

    private ResponseJson(JsonGenerator json) {
        this.json = json;
    }

    /** Returns a JSON document of type Anchor in UTF-8. */
    static byte[] write(Anchor anchor) {
        return document(writer -> writer.anchor(anchor));
    }

    /** Returns a JSON document of type Anchors in UTF-8. */
    static byte[] write(Anchors anchors) {
        return document(writer -> writer.anchors(anchors));
    }

    private static byte[] document(Consumer<ResponseJson> content) {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = MAPPER.createGenerator(text)) {
            content.accept(new ResponseJson(json));
        }
        return withEscapedSurrogates(text.toString()).getBytes(StandardCharsets.UTF_8);
    }

    /**
     * Escapes unpaired surrogates, which UTF-8 cannot encode. When it writes bytes, Jackson 3.0.0 pairs them with the
     * character that follows.
     */
    private static String withEscapedSurrogates(String json) {
        return UNPAIRED_SURROGATE
                .matcher(json)
                .replaceAll(match -> "\\\\u" + Integer.toHexString(match.group().charAt(0)));
    }

    private void anchors(Anchors anchors) {
        json.writeStartObject();
        schema(anchors.schema());
        collection(anchors.asList(), anchor -> anchor.id().value(), this::anchor);
        anchors.score().ifPresent(this::score);
        json.writeEndObject();
    }

    private void anchor(Anchor anchor) {
        json.writeStartObject();
        schema(anchor.schema());
        json.writeStringProperty("id", anchor.id().value());
        anchor.name().ifPresent(name -> json.writeStringProperty("name", name));
        json.writeStringProperty("type", anchor.rawType());
        anchor.watch().ifPresent(watch -> json.writeBooleanProperty("watch", watch));
        json.writeObjectPropertyStart("points");
        collection(anchor.points(), point -> point.id().value(), this::point);
        json.writeEndObject();
        timestamp("created", anchor.created());
        timestamp("updated", anchor.updated());
        anchor.deleted().ifPresent(time -> timestamp("deleted", time));
        for (MaterialKind kind : MaterialKind.values()) {
            links(MaterialNames.of(kind).collection(), anchor.links(kind));
        }
        anchor.score().ifPresent(this::score);
        json.writeEndObject();
    }

    /** Writes a point as a link, with its details under "reference" if there are any. */
    private void point(AnchorPoint point) {
        json.writeStartObject();
        json.writeStringProperty("id", point.id().value());
        if (!point.equals(AnchorPoint.of(point.id()))) {
            json.writeName("reference");
            details(point);
        }
        json.writeEndObject();
    }

    private void details(AnchorPoint point) {
        json.writeStartObject();
        schema(point.schema());
        json.writeStringProperty("id", point.id().value());
        point.verified().ifPresent(verified -> json.writeBooleanProperty("verified", verified));
        point.fullpath().ifPresent(path -> json.writeStringProperty("fullpath", path.value()));
        point.created().ifPresent(time -> timestamp("created", time));
        point.updated().ifPresent(time -> timestamp("updated", time));
        point.deleted().ifPresent(time -> timestamp("deleted", time));
        point.rawPlatform().ifPresent(platform -> json.writeStringProperty("platform", platform));
        point.anchor().ifPresent(anchor -> {
            json.writeName("anchor");
            link(anchor.value());
        });
        point.score().ifPresent(this::score);
        json.writeEndObject();
    }

    private void links(String name, Set<MaterialId> materials) {
        if (!materials.isEmpty()) {
            json.writeObjectPropertyStart(name);
            collection(materials, MaterialId::value, material -> link(material.value()));
            json.writeEndObject();
        }
    }

    private void link(String id) {
        json.writeStartObject();
        json.writeStringProperty("id", id);
        json.writeEndObject();
    }

    /** Writes the items in order, and for each id the index of the first item with this id. */
    private <T> void collection(Collection<T> items, Function<T, String> id, Consumer<T> item) {
        json.writeArrayPropertyStart("iterable");
        items.forEach(item);
        json.writeEndArray();
        json.writeObjectPropertyStart("indices");
        Set<String> written = new HashSet<>();
        int index = 0;
        for (T each : items) {
            if (written.add(id.apply(each))) {
                json.writeNumberProperty(id.apply(each), index);
            }
            index++;
        }
        json.writeEndObject();
    }

    private void timestamp(String name, GroupedTimestamp time) {
        json.writeObjectPropertyStart(name);
        json.writeStringProperty("value", time.value().toString()); // ISO 8601 in UTC, as RFC 3339 requires
        time.readable().ifPresent(text -> json.writeStringProperty("readable", text));
        json.writeEndObject();
    }

    private void score(Score score) {
        json.writeObjectPropertyStart("score");
        schema(score.schema());
        json.writeNumberProperty("manual", score.manual());
        json.writeNumberProperty("automatic", score.automatic());
        counter("priority", score.priority());
        counter("reuse", score.reuse());
        counter("update", score.update());
        counter("reference", score.reference());
        counter("searched", score.searched());
        json.writeEndObject();
    }

    private void counter(String name, OptionalLong counter) {
        counter.ifPresent(value -> json.writeNumberProperty(name, value));
    }

    private void schema(Optional<EmbeddedModelSchema> schema) {
        schema.ifPresent(version -> {
            json.writeObjectPropertyStart("schema");
            json.writeNumberProperty("migration", version.migration());
            json.writeStringProperty("semantic", version.semantic());
            json.writeEndObject();
        });
    }
}
