package dev.anchors.http;

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

/**
 * Reads anchors: from bytes to objects in one pass, by the {@code Anchor} of the wire description.
 *
 * <p>It takes what a reader is told to take: fields in any order and fields it does not know, words of later days,
 * absent references and collections.
 */
final class AnchorReader {

    private final JsonCursor json;
    private final CommonReader common;

    AnchorReader(JsonCursor json, CommonReader common) {
        this.json = json;
        this.common = common;
    }

    /** Returns the anchor of a document of one. */
    static Anchor read(InputStream body) throws IOException {
        try (JsonCursor json = JsonCursor.over(body)) {
            return json.take(document -> {
                document.begin();
                Anchor anchor = new AnchorReader(document, new CommonReader(document)).anchor();
                document.end();
                return anchor;
            });
        }
    }

    /** Returns the anchor that is the value. */
    Anchor anchor() {
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
        json.enterObject();
        while (json.nextField()) {
            switch (json.field()) {
                case ID -> id = json.named(AnchorId::new);
                case TYPE -> type = rawType();
                case NAME -> name = json.text();
                case WATCH -> watch = json.flag();
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
                default -> json.skip();
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
        String word = json.namingWord();
        AnchorType known = AnchorType.of(word);
        return known == AnchorType.UNKNOWN ? word : known.name();
    }

    private void links(Function<String, MaterialId> kind, List<MaterialId> links) {
        collection(() -> referenced(null, MaterialId::value, kind), MaterialId::value, links);
    }

    /** Returns the id in the value, which may be that of {@code known}. */
    private <T> T referenced(@Nullable T known, Function<T, String> name, Function<String, T> make) {
        T id = null;
        json.enterObject();
        while (json.nextField()) {
            if (json.field() == Field.ID) {
                id = json.sameOrNamed(known, name, make);
            } else {
                json.skip();
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
        json.enterObject();
        while (json.nextField()) {
            switch (json.field()) {
                case ID -> id = json.named(AnchorPointId::new);
                case REFERENCE -> detailed = detailedPoint(id, anchor);
                default -> json.skip();
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
        json.enterObject();
        while (json.nextField()) {
            switch (json.field()) {
                case ID -> {
                    AnchorPointId own = json.sameOrNamed(known, AnchorPointId::value, AnchorPointId::new);
                    id = known == null ? own : known;
                }
                case FULLPATH -> fullpath = json.named(FullPath::new);
                case PLATFORM -> platform = rawPlatform();
                case VERIFIED -> verified = json.flag();
                case CREATED -> created = common.timestamp();
                case UPDATED -> updated = common.timestamp();
                case DELETED -> deleted = common.timestamp();
                case ANCHOR -> owner = referenced(anchor, AnchorId::value, AnchorId::new);
                case SCORE -> score = common.score();
                case SCHEMA -> schema = common.schema();
                default -> json.skip();
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
        String word = json.word();
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
        json.enterObject();
        while (json.nextField()) {
            switch (json.field()) {
                case ITERABLE -> readElements(element, elements);
                case INDICES -> unlinked = unlinked();
                default -> json.skip();
            }
        }
        if (!unlinked.isEmpty()) {
            Set<String> gone = unlinked;
            elements.subList(first, elements.size()).removeIf(each -> gone.contains(id.apply(each)));
        }
    }

    private <T> void readElements(Supplier<T> element, List<T> elements) {
        json.enterArray();
        while (json.nextElement()) {
            elements.add(element.get());
        }
    }

    private Set<String> unlinked() {
        Set<String> unlinked = Set.of();
        json.enterNumbers();
        while (json.nextEntry()) {
            if (json.integer() < 0) {
                unlinked = unlinked.isEmpty() ? new HashSet<>() : unlinked; // next to no collection needs one
                unlinked.add(json.entry());
            }
        }
        return unlinked;
    }
}
