package dev.anchors.http.internal.json;

import dev.anchors.domain.AnchorId;
import dev.anchors.domain.AssetId;
import dev.anchors.domain.ConversationId;
import dev.anchors.domain.EmbeddedModelSchema;
import dev.anchors.domain.MaterialId;
import dev.anchors.domain.PersonId;
import dev.anchors.domain.SeededAnchor;
import dev.anchors.domain.SeededAnnotation;
import dev.anchors.domain.SummaryId;
import dev.anchors.domain.WebsiteId;
import java.io.ByteArrayOutputStream;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/** Writes the {@code SeededAnchor} of the wire description; absent values are left out. */
public final class SeedWriter {

    private static final JsonFactory FACTORY = new JsonFactory();
    private static final int TYPICAL_BYTES = 256;

    private final JsonGenerator json;

    private SeedWriter(JsonGenerator json) {
        this.json = json;
    }

    /** Returns the seed, which is never null, as JSON in UTF-8. */
    public static byte[] write(SeededAnchor seed) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(TYPICAL_BYTES);
        JsonGenerator json = FACTORY.createGenerator(ObjectWriteContext.empty(), new Utf8Writer(bytes));
        new SeedWriter(json).anchor(seed);
        json.close();
        return bytes.toByteArray();
    }

    private void anchor(SeededAnchor seed) {
        json.writeStartObject();
        schema(seed.schema());
        text("type", seed.rawType());
        flag("watch", seed.watch());
        text("fullpath", seed.fullpath().value());
        text("asset", seed.asset().map(AssetId::value));
        text("platform", seed.platform().map(Enum::name));
        text("name", seed.name());
        annotations(seed.annotations());
        text("conversation", seed.conversation().map(ConversationId::value));
        materials("persons", seed.persons());
        json.writeEndObject();
    }

    private void annotations(List<SeededAnnotation> annotations) {
        if (annotations.isEmpty()) {
            return;
        }
        json.writeName("annotations").writeStartArray();
        annotations.forEach(this::annotation);
        json.writeEndArray();
    }

    private void annotation(SeededAnnotation annotation) {
        json.writeStartObject();
        schema(annotation.schema());
        text("mechanism", annotation.rawMechanism());
        text("asset", annotation.asset().map(AssetId::value));
        text("person", annotation.person().map(PersonId::value));
        text("type", annotation.type().name());
        text("text", annotation.text());
        text("model", annotation.model());
        flag("pseudo", annotation.pseudo());
        flag("favorited", annotation.favorited());
        text("anchor", annotation.anchor().map(AnchorId::value));
        text("conversation", annotation.conversation().map(ConversationId::value));
        text("workstream_summary", annotation.summary().map(SummaryId::value));
        materials("messages", annotation.messages());
        materials("assets", annotation.assets());
        materials("persons", annotation.persons());
        references("anchors", annotation.anchors(), AnchorId::value);
        materials("conversations", annotation.conversations());
        references("websites", annotation.websites(), WebsiteId::value);
        materials("tags", annotation.tags());
        materials("summaries", annotation.summaries());
        materials("workstream_events", annotation.workstreamEvents());
        json.writeEndObject();
    }

    private void schema(Optional<EmbeddedModelSchema> stamp) {
        stamp.ifPresent(schema -> {
            json.writeName("schema").writeStartObject();
            json.writeNumberProperty("migration", schema.migration());
            text("semantic", schema.semantic());
            json.writeEndObject();
        });
    }

    private void materials(String field, Collection<? extends MaterialId> materials) {
        references(field, materials, MaterialId::value);
    }

    /** Writes a collection of links, each by its id alone. */
    private <T> void references(String field, Collection<? extends T> ids, Function<T, String> value) {
        if (ids.isEmpty()) {
            return;
        }
        json.writeName(field).writeStartObject().writeName("iterable").writeStartArray();
        for (T id : ids) {
            json.writeStartObject();
            text("id", value.apply(id));
            json.writeEndObject();
        }
        json.writeEndArray().writeEndObject();
    }

    private void text(String field, Optional<String> value) {
        value.ifPresent(present -> text(field, present));
    }

    private void text(String field, String value) {
        json.writeStringProperty(field, value);
    }

    private void flag(String field, Optional<Boolean> value) {
        value.ifPresent(present -> json.writeBooleanProperty(field, present));
    }
}
