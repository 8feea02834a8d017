package dev.anchors.http.internal.json;

import dev.anchors.domain.Anchor;
import dev.anchors.domain.AnchorId;
import dev.anchors.domain.AnchorPoint;
import dev.anchors.domain.AnchorType;
import dev.anchors.domain.EmbeddedModelSchema;
import dev.anchors.domain.GroupedTimestamp;
import dev.anchors.domain.MaterialId;
import dev.anchors.domain.MaterialKind;
import dev.anchors.domain.Score;
import java.io.IOException;
import java.io.InputStream;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Reads the {@code Anchor} of the wire description, in one pass over the bytes. Arguments are never null.
 *
 * <p>The order of fields means nothing, and of fields with the same name the last one counts, null included, whatever the
 * others hold. Unknown fields are passed over. Only {@code id} and {@code created} are required; a blank path or id means
 * as much as none, an absent or blank type as much as {@code UNKNOWN}, and a point or link without an id is left out.
 */
public final class AnchorReader {

    private static final Map<Field, MaterialKind> KINDS = kinds();

    /** To set up a reader takes longer than to read a small document. */
    private static final IdleReaders IDLE = new IdleReaders();

    private final JsonCursor json;
    private final SharedFieldsReader shared;
    private final CollectionReader collections;
    private final PointReader points;
    private final FieldOrder order = new FieldOrder();
    private @Nullable AnchorId id; // of the anchor that is read

    private AnchorReader(JsonCursor json) {
        this.json = json;
        shared = new SharedFieldsReader(json);
        collections = new CollectionReader(json);
        points = new PointReader(json, shared);
    }

    /**
     * Returns the anchor of the document in {@code body}, which is read to its end and stays open.
     *
     * @throws IOException if the body could not be read, or the call is over
     * @throws MalformedBodyException if the body is not what the wire description promises
     */
    public static Anchor read(InputStream body, CancellationToken token) throws IOException {
        AnchorReader reader = open(body, token);
        Anchor anchor = reader.json.read(reader::document);
        reader.release();
        return anchor;
    }

    /** Returns a reader of the document in {@code body}, which stays open. */
    static AnchorReader open(InputStream body, CancellationToken token) {
        AnchorReader idle = IDLE.take();
        if (idle == null) {
            return new AnchorReader(new JsonCursor(body, token));
        }
        idle.json.restart(body, token);
        return idle;
    }

    /** Keeps this reader for another document, now that it has read all of one. */
    void release() {
        json.release();
        shared.clear();
        id = null;
        IDLE.keep(this);
    }

    JsonCursor json() {
        return json;
    }

    SharedFieldsReader shared() {
        return shared;
    }

    private Anchor document() {
        json.beginDocument();
        order.restart();
        Anchor anchor = fields();
        json.endDocument();
        return anchor;
    }

    /** Returns the anchor that is the current value, which is not null. */
    Anchor anchor() {
        if (!json.beginObject(order)) {
            throw json.failures().malformed("expected an object", null);
        }
        return fields();
    }

    /** Reads an anchor whose id, if it was read before a failure, is named by the failure. */
    private Anchor fields() {
        id = null;
        try {
            return anchorOfFields();
        } catch (MalformedBodyException failure) {
            throw id == null ? failure : failure.in(id);
        }
    }

    private Anchor anchorOfFields() {
        String type = null;
        String name = null;
        Boolean watch = null;
        List<AnchorPoint> places = List.of();
        Map<MaterialKind, List<MaterialId>> links = new EnumMap<>(MaterialKind.class);
        GroupedTimestamp created = null;
        GroupedTimestamp updated = null;
        GroupedTimestamp deleted = null;
        Score score = null;
        EmbeddedModelSchema schema = null;
        while (json.nextField(order)) {
            Field field = json.field();
            switch (field) {
                case ID -> id = json.nonBlankValue(AnchorId::new);
                case TYPE -> type = json.nonBlank(json.internedValue(), AnchorReader::rawType);
                case NAME -> name = json.stringValue();
                case WATCH -> watch = json.booleanValue();
                case POINTS -> places = points(id);
                case CREATED -> created = shared.timestamp();
                case UPDATED -> updated = shared.timestamp();
                case DELETED -> deleted = shared.timestamp();
                case SCORE -> score = shared.score();
                case SCHEMA -> schema = shared.schema();
                default -> linksOrUnknown(field, links);
            }
        }
        json.failures().check();
        AnchorId read = id;
        if (read == null) {
            throw json.failures().missing("id");
        }
        if (created == null) {
            throw json.failures().missing("created");
        }
        Anchor.Builder anchor = Anchor.builder(read, AnchorType.UNKNOWN)
                .name(name)
                .watch(watch)
                .created(created)
                .deleted(deleted)
                .score(score)
                .schema(schema);
        if (type != null) {
            anchor.rawType(type);
        }
        if (updated != null) {
            anchor.updated(updated);
        }
        places.forEach(anchor::point);
        links.values().forEach(ofOneKind -> ofOneKind.forEach(anchor::link));
        return anchor.build();
    }

    private static String rawType(String text) {
        if (text.indexOf('\0') >= 0) {
            throw new IllegalArgumentException("NUL"); // as the domain does
        }
        AnchorType known = AnchorType.of(text);
        return known == AnchorType.UNKNOWN ? text : known.name(); // the name of a constant is held once in the program
    }

    private List<AnchorPoint> points(@Nullable AnchorId anchor) {
        return collections.read(() -> points.point(anchor), point -> point.id().value());
    }

    /** Reads the links of the kind that the field has; links of an earlier field with the same name are replaced. */
    private static Map<Field, MaterialKind> kinds() {
        Map<Field, MaterialKind> kinds = new EnumMap<>(Field.class);
        for (MaterialKind kind : MaterialKind.values()) {
            kinds.put(Field.of(MaterialNames.of(kind).collection()), kind);
        }
        return kinds;
    }

    private void linksOrUnknown(Field field, Map<MaterialKind, List<MaterialId>> links) {
        MaterialKind kind = KINDS.get(field);
        if (kind == null) {
            json.skipValue();
        } else {
            Function<String, MaterialId> id = kind::id;
            links.put(kind, collections.read(() -> shared.referencedId(id), MaterialId::value));
        }
    }
}
