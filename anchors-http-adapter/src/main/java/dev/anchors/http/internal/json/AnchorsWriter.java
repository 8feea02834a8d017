package dev.anchors.http.internal.json;

import dev.anchors.domain.Anchor;
import dev.anchors.domain.AnchorPoint;
import dev.anchors.domain.Anchors;
import dev.anchors.domain.EmbeddedModelSchema;
import dev.anchors.domain.GroupedTimestamp;
import dev.anchors.domain.MaterialId;
import dev.anchors.domain.MaterialKind;
import dev.anchors.domain.Score;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Collection;
import java.util.HashSet;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.exc.JacksonIOException;
import tools.jackson.core.json.JsonFactory;

/**
 * Writes the {@code Anchor} and the {@code Anchors} of the wire description; absent values are left out, and empty collections
 * where the description does not require them. Arguments are never null.
 */
public final class AnchorsWriter {

    private static final JsonFactory FACTORY = new JsonFactory();

    private final JsonGenerator json;

    private AnchorsWriter(JsonGenerator json) {
        this.json = json;
    }

    /** Writes a document with one anchor. */
    public static void write(Anchor anchor, OutputStream out) throws IOException {
        document(out, writer -> writer.anchor(anchor));
    }

    /** Writes a document with all anchors. */
    public static void write(Anchors anchors, OutputStream out) throws IOException {
        document(out, writer -> writer.anchors(anchors));
    }

    /** Writes a document with anchors of which only the current one is held, and which therefore has no {@code indices}. */
    public static void write(Stream<Anchor> anchors, OutputStream out) throws IOException {
        document(out, writer -> writer.anchors(anchors));
    }

    private static void document(OutputStream out, Consumer<AnchorsWriter> content) throws IOException {
        try {
            JsonGenerator json = FACTORY.createGenerator(ObjectWriteContext.empty(), new Utf8Writer(out));
            content.accept(new AnchorsWriter(json));
            json.close(); // after a failure this would end the document as if it were complete
        } catch (JacksonIOException failure) {
            throw Objects.requireNonNull(failure.getCause());
        }
    }

    private void anchors(Stream<Anchor> anchors) {
        json.writeStartObject().writeArrayPropertyStart("iterable");
        anchors.forEachOrdered(this::anchor);
        json.writeEndArray().writeEndObject();
    }

    private void anchors(Anchors anchors) {
        json.writeStartObject();
        schema(anchors.schema());
        collection(anchors.asList(), anchor -> anchor.id().value(), this::anchor);
        score(anchors.score());
        json.writeEndObject();
    }

    private void anchor(Anchor anchor) {
        json.writeStartObject();
        schema(anchor.schema());
        text("id", anchor.id().value());
        anchor.name().ifPresent(name -> text("name", name));
        text("type", anchor.rawType());
        flag("watch", anchor.watch());
        json.writeObjectPropertyStart("points");
        collection(anchor.points(), point -> point.id().value(), this::point);
        json.writeEndObject();
        time("created", Optional.of(anchor.created()));
        time("updated", Optional.of(anchor.updated()));
        time("deleted", anchor.deleted());
        for (MaterialKind kind : MaterialKind.values()) {
            links(MaterialNames.of(kind).collection(), anchor.links(kind));
        }
        score(anchor.score());
        json.writeEndObject();
    }

    /** Writes a point as a reference, with its details if it has any. */
    private void point(AnchorPoint point) {
        json.writeStartObject();
        text("id", point.id().value());
        if (!point.equals(AnchorPoint.of(point.id()))) {
            json.writeName("reference");
            details(point);
        }
        json.writeEndObject();
    }

    private void details(AnchorPoint point) {
        json.writeStartObject();
        schema(point.schema());
        text("id", point.id().value());
        flag("verified", point.verified());
        point.fullpath().ifPresent(path -> text("fullpath", path.value()));
        time("created", point.created());
        time("updated", point.updated());
        time("deleted", point.deleted());
        point.rawPlatform().ifPresent(platform -> text("platform", platform));
        point.anchor().ifPresent(anchor -> {
            json.writeName("anchor");
            reference(anchor.value());
        });
        score(point.score());
        json.writeEndObject();
    }

    private void links(String field, Collection<MaterialId> materials) {
        if (!materials.isEmpty()) {
            json.writeObjectPropertyStart(field);
            collection(materials, MaterialId::value, material -> reference(material.value()));
            json.writeEndObject();
        }
    }

    private void reference(String id) {
        json.writeStartObject();
        text("id", id);
        json.writeEndObject();
    }

    /** Writes elements and, by id, the position of the first element with this id. */
    private <T> void collection(Collection<T> elements, Function<T, String> id, Consumer<T> element) {
        json.writeArrayPropertyStart("iterable");
        elements.forEach(element);
        json.writeEndArray().writeObjectPropertyStart("indices");
        Set<String> written = new HashSet<>();
        int position = 0;
        for (T each : elements) {
            if (written.add(id.apply(each))) {
                json.writeNumberProperty(id.apply(each), position);
            }
            position++;
        }
        json.writeEndObject();
    }

    private void time(String field, Optional<GroupedTimestamp> time) {
        time.ifPresent(present -> {
            json.writeObjectPropertyStart(field);
            text("value", present.value().toString());
            present.readable().ifPresent(readable -> text("readable", readable));
            json.writeEndObject();
        });
    }

    private void score(Optional<Score> score) {
        score.ifPresent(present -> {
            json.writeObjectPropertyStart("score");
            schema(present.schema());
            json.writeNumberProperty("manual", present.manual());
            json.writeNumberProperty("automatic", present.automatic());
            counter("priority", present.priority());
            counter("reuse", present.reuse());
            counter("update", present.update());
            counter("reference", present.reference());
            counter("searched", present.searched());
            json.writeEndObject();
        });
    }

    private void counter(String field, OptionalLong counter) {
        counter.ifPresent(count -> json.writeNumberProperty(field, count));
    }

    private void schema(Optional<EmbeddedModelSchema> schema) {
        schema.ifPresent(stamp -> {
            json.writeObjectPropertyStart("schema");
            json.writeNumberProperty("migration", stamp.migration());
            text("semantic", stamp.semantic());
            json.writeEndObject();
        });
    }

    private void flag(String field, Optional<Boolean> flag) {
        flag.ifPresent(present -> json.writeBooleanProperty(field, present));
    }

    private void text(String field, String text) {
        json.writeStringProperty(field, text);
    }
}
