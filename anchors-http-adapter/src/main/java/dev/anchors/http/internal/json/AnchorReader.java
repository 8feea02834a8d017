package dev.anchors.http.internal.json;

import dev.anchors.domain.Anchor;
import dev.anchors.domain.AnchorId;
import dev.anchors.domain.AnchorPoint;
import dev.anchors.domain.AnchorPointId;
import dev.anchors.domain.AnchorType;
import dev.anchors.domain.AnnotationId;
import dev.anchors.domain.AssetId;
import dev.anchors.domain.ConversationId;
import dev.anchors.domain.EmbeddedModelSchema;
import dev.anchors.domain.FullPath;
import dev.anchors.domain.GroupedTimestamp;
import dev.anchors.domain.MaterialId;
import dev.anchors.domain.MessageId;
import dev.anchors.domain.PersonId;
import dev.anchors.domain.Platform;
import dev.anchors.domain.Score;
import dev.anchors.domain.SourceId;
import dev.anchors.domain.SummaryId;
import dev.anchors.domain.TagId;
import dev.anchors.domain.WorkstreamEventId;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Reads the {@code Anchor} of the wire description, in one pass over the bytes. Arguments are never null. */
public final class AnchorReader {

    private final JsonCursor json;
    private final SharedFieldsReader common;

    AnchorReader(JsonCursor json, SharedFieldsReader common) {
        this.json = json;
        this.common = common;
    }

    /**
     * Returns the anchor of the document in {@code body}, which is read to its end and stays open.
     *
     * @throws IOException if the body could not be read
     * @throws MalformedBodyException if the body is not what the wire description promises
     */
    public static Anchor read(InputStream body) throws IOException {
        try (JsonCursor json = JsonCursor.open(body)) {
            return json.read(() -> {
                json.beginDocument();
                Anchor anchor = new AnchorReader(json, new SharedFieldsReader(json)).fields();
                json.endDocument();
                return anchor;
            });
        }
    }

    /** Returns the anchor that is the current value. */
    Anchor anchor() {
        json.beginObject();
        return fields();
    }

    private Anchor fields() {
        AnchorId id = null;
        String type = null;
        String name = null;
        Boolean watch = null;
        List<AnchorPoint> points = List.of();
        List<MaterialId> links = new ArrayList<>();
        GroupedTimestamp created = null;
        GroupedTimestamp updated = null;
        GroupedTimestamp deleted = null;
        Score score = null;
        EmbeddedModelSchema schema = null;
        while (json.nextField()) {
            switch (json.field()) {
                case ID -> id = json.created(AnchorId::new);
                case TYPE -> type = rawType();
                case NAME -> name = json.stringValue();
                case WATCH -> watch = json.booleanValue();
                case POINTS -> points = points(id);
                case CREATED -> created = common.timestamp();
                case UPDATED -> updated = common.timestamp();
                case DELETED -> deleted = common.timestamp();
                case SCORE -> score = common.score();
                case SCHEMA -> schema = common.schema();
                case ANNOTATIONS -> links(AnnotationId::new, links);
                case ASSETS -> links(AssetId::new, links);
                case CONVERSATIONS -> links(ConversationId::new, links);
                case MESSAGES -> links(MessageId::new, links);
                case PERSONS -> links(PersonId::new, links);
                case SOURCES -> links(SourceId::new, links);
                case SUMMARIES -> links(SummaryId::new, links);
                case TAGS -> links(TagId::new, links);
                case WORKSTREAM_EVENTS -> links(WorkstreamEventId::new, links);
                default -> json.skipValue();
            }
        }
        GroupedTimestamp made = json.required("created", created);
        return Anchor.builder(json.required("id", id), AnchorType.UNKNOWN)
                .rawType(json.required("type", type))
                .name(name)
                .watch(watch)
                .points(points)
                .links(links)
                .created(made)
                .updated(updated == null ? made : updated)
                .deleted(deleted)
                .score(score)
                .schema(schema)
                .build();
    }

    /** Returns the word; one that this version knows is held once in the whole program. */
    private String rawType() {
        String word = json.nameValue();
        AnchorType known = AnchorType.of(word);
        return known == AnchorType.UNKNOWN ? word : known.name();
    }

    private void links(Function<String, MaterialId> kind, List<MaterialId> links) {
        collection(() -> referenced(null, MaterialId::value, kind), MaterialId::value, links);
    }

    /** Returns the id in the value, which may be that of {@code known}. */
    private <T> T referenced(@Nullable T known, Function<T, String> name, Function<String, T> make) {
        T id = null;
        json.beginObject();
        while (json.nextField()) {
            if (json.field() == Field.ID) {
                id = json.knownOrCreated(known, name, make);
            } else {
                json.skipValue();
            }
        }
        return json.required("id", id);
    }

    private List<AnchorPoint> points(@Nullable AnchorId anchor) {
        List<AnchorPoint> points = new ArrayList<>();
        collection(() -> point(anchor), point -> point.id().value(), points);
        return points;
    }

    /** Returns a point of {@code anchor}, which is null where its id was not read yet. */
    private AnchorPoint point(@Nullable AnchorId anchor) {
        AnchorPointId id = null;
        AnchorPoint detailed = null;
        json.beginObject();
        while (json.nextField()) {
            switch (json.field()) {
                case ID -> id = json.created(AnchorPointId::new);
                case REFERENCE -> detailed = detailedPoint(id, anchor);
                default -> json.skipValue();
            }
        }
        return detailed == null ? AnchorPoint.of(json.required("id", id)) : detailed;
    }

    private AnchorPoint detailedPoint(@Nullable AnchorPointId known, @Nullable AnchorId anchor) {
        AnchorPointId id = known;
        FullPath fullpath = null;
        String platform = null;
        Boolean verified = null;
        GroupedTimestamp created = null;
        GroupedTimestamp updated = null;
        GroupedTimestamp deleted = null;
        AnchorId owner = null;
        Score score = null;
        EmbeddedModelSchema schema = null;
        json.beginObject();
        while (json.nextField()) {
            switch (json.field()) {
                case ID -> {
                    AnchorPointId own = json.knownOrCreated(known, AnchorPointId::value, AnchorPointId::new);
                    id = known == null ? own : known;
                }
                case FULLPATH -> fullpath = json.created(FullPath::new);
                case PLATFORM -> platform = rawPlatform();
                case VERIFIED -> verified = json.booleanValue();
                case CREATED -> created = common.timestamp();
                case UPDATED -> updated = common.timestamp();
                case DELETED -> deleted = common.timestamp();
                case ANCHOR -> owner = referenced(anchor, AnchorId::value, AnchorId::new);
                case SCORE -> score = common.score();
                case SCHEMA -> schema = common.schema();
                default -> json.skipValue();
            }
        }
        return AnchorPoint.builder(json.required("id", id))
                .fullpath(fullpath)
                .rawPlatform(platform)
                .verified(verified)
                .created(created)
                .updated(updated)
                .deleted(deleted)
                .anchor(owner)
                .score(score)
                .schema(schema)
                .build();
    }

    private String rawPlatform() {
        String word = json.internedValue();
        Platform known = Platform.of(word);
        return known == Platform.UNKNOWN ? word : known.name();
    }

    /**
     * Adds what a collection has in {@code iterable}, save what {@code indices} gives a negative place, which is no
     * longer linked. Either may come first, or not at all.
     */
    private <T> void collection(Supplier<T> element, Function<T, String> id, List<T> elements) {
        int first = elements.size();
        Set<String> unlinked = Set.of();
        json.beginObject();
        while (json.nextField()) {
            switch (json.field()) {
                case ITERABLE -> readElements(element, elements);
                case INDICES -> unlinked = unlinked();
                default -> json.skipValue();
            }
        }
        if (!unlinked.isEmpty()) {
            Set<String> gone = unlinked;
            elements.subList(first, elements.size()).removeIf(each -> gone.contains(id.apply(each)));
        }
    }

    private <T> void readElements(Supplier<T> element, List<T> elements) {
        json.beginArray();
        while (json.nextElement()) {
            elements.add(element.get());
        }
    }

    private Set<String> unlinked() {
        Set<String> unlinked = Set.of();
        json.beginObject();
        while (json.nextField()) {
            if (json.longValue() < 0) {
                unlinked = unlinked.isEmpty() ? new HashSet<>() : unlinked; // next to no collection needs one
                unlinked.add(json.fieldName());
            }
        }
        return unlinked;
    }
}
