package dev.anchors.http.internal.json;

import dev.anchors.domain.Anchor;
import dev.anchors.domain.AnchorId;
import dev.anchors.domain.AnchorPoint;
import dev.anchors.domain.AnchorPointId;
import dev.anchors.domain.AnchorType;
import dev.anchors.domain.Anchors;
import dev.anchors.domain.AnnotationId;
import dev.anchors.domain.AssetId;
import dev.anchors.domain.ConversationId;
import dev.anchors.domain.EmbeddedModelSchema;
import dev.anchors.domain.FullPath;
import dev.anchors.domain.GroupedTimestamp;
import dev.anchors.domain.MaterialId;
import dev.anchors.domain.MessageId;
import dev.anchors.domain.PersonId;
import dev.anchors.domain.Score;
import dev.anchors.domain.SourceId;
import dev.anchors.domain.SummaryId;
import dev.anchors.domain.TagId;
import dev.anchors.domain.WorkstreamEventId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads anchors in another way than the adapter: decodes the whole text, builds a tree, and looks up each field in the
 * tree, in which the last of several fields with the same name is left.
 */
final class TreeReader {

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS, DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private static final Map<String, Function<String, MaterialId>> LINKS = Map.of(
            "annotations", AnnotationId::new,
            "assets", AssetId::new,
            "conversations", ConversationId::new,
            "messages", MessageId::new,
            "persons", PersonId::new,
            "sources", SourceId::new,
            "summaries", SummaryId::new,
            "tags", TagId::new,
            "workstream_events", WorkstreamEventId::new);

    private TreeReader() {}

    /**
     * Returns the anchors of the document.
     *
     * @throws RuntimeException if the document is refused
     */
    static Anchors read(byte[] document) {
        String text = StrictText.decode(document);
        JsonNode root = object(MAPPER.readTree(text)).orElseThrow();
        require(outermostLists(text) == 1);
        List<Anchor> anchors = new ArrayList<>();
        for (JsonNode element : array(root.get("iterable")).orElseThrow()) {
            if (!element.isNull()) {
                anchors.add(anchor(element));
            }
        }
        return Anchors.of(anchors).withScore(score(root.get("score"))).withSchema(schema(root.get("schema")));
    }

    /** Counts the fields of the outermost object that are named {@code iterable}. */
    private static int outermostLists(String text) {
        int lists = 0;
        try (JsonParser parser = MAPPER.createParser(text)) {
            parser.nextToken();
            while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
                lists += parser.currentName().equals("iterable") ? 1 : 0;
                parser.nextToken();
                parser.skipChildren();
            }
        }
        return lists;
    }

    private static Anchor anchor(JsonNode node) {
        JsonNode fields = object(node).orElseThrow();
        Anchor.Builder anchor = Anchor.builder(
                        name(fields.get("id"), AnchorId::new).orElseThrow(), AnchorType.UNKNOWN)
                .name(string(fields.get("name")).orElse(null))
                .watch(bool(fields.get("watch")))
                .created(Objects.requireNonNull(timestamp(fields.get("created"))))
                .deleted(timestamp(fields.get("deleted")))
                .score(score(fields.get("score")))
                .schema(schema(fields.get("schema")));
        name(fields.get("type"), type -> type).ifPresent(anchor::rawType);
        Optional.ofNullable(timestamp(fields.get("updated"))).ifPresent(anchor::updated);
        collection(fields.get("points"), TreeReader::point, point -> point.id().value())
                .forEach(anchor::point);
        LINKS.forEach((field, kind) -> collection(fields.get(field), element -> id(element, kind), MaterialId::value)
                .forEach(anchor::link));
        return anchor.build();
    }

    private static Optional<AnchorPoint> point(JsonNode node) {
        JsonNode fields = object(node).orElseThrow();
        Optional<AnchorPointId> id = name(fields.get("id"), AnchorPointId::new);
        Optional<JsonNode> reference = object(fields.get("reference"));
        if (reference.isEmpty()) {
            return id.map(AnchorPoint::of);
        }
        JsonNode details = reference.get();
        Optional<AnchorPointId> inner = name(details.get("id"), AnchorPointId::new);
        AnchorPoint point = AnchorPoint.builder(id.or(() -> inner).orElse(new AnchorPointId("none")))
                .fullpath(name(details.get("fullpath"), FullPath::new).orElse(null))
                .rawPlatform(string(details.get("platform")).orElse(null))
                .verified(bool(details.get("verified")))
                .created(timestamp(details.get("created")))
                .updated(timestamp(details.get("updated")))
                .deleted(timestamp(details.get("deleted")))
                .anchor(id(details.get("anchor"), AnchorId::new).orElse(null))
                .score(score(details.get("score")))
                .schema(schema(details.get("schema")))
                .build();
        return id.or(() -> inner).map(known -> point);
    }

    private static <T> List<T> collection(
            @Nullable JsonNode node, Function<JsonNode, Optional<T>> element, Function<T, String> id) {
        List<T> elements = new ArrayList<>();
        Optional<JsonNode> fields = object(node);
        if (fields.isPresent()) {
            array(fields.get().get("iterable"))
                    .ifPresent(array -> array.forEach(each -> {
                        if (!each.isNull()) {
                            require(each.isObject());
                            element.apply(each).ifPresent(elements::add);
                        }
                    }));
            Set<String> unlinked = new HashSet<>();
            object(fields.get().get("indices"))
                    .ifPresent(indices -> indices.forEachEntry((name, position) -> {
                        if (number(position).orElse(0L) < 0) {
                            unlinked.add(name);
                        }
                    }));
            elements.removeIf(each -> unlinked.contains(id.apply(each)));
        }
        return elements;
    }

    private static <T> Optional<T> id(@Nullable JsonNode node, Function<String, T> create) {
        return object(node).flatMap(fields -> name(fields.get("id"), create));
    }

    private static @Nullable GroupedTimestamp timestamp(@Nullable JsonNode node) {
        return object(node)
                .map(fields -> new GroupedTimestamp(
                        instant(string(fields.get("value")).orElseThrow()), string(fields.get("readable"))))
                .orElse(null);
    }

    private static Instant instant(String text) {
        return StrictText.timestamp(text);
    }

    private static @Nullable Score score(@Nullable JsonNode node) {
        return object(node)
                .map(fields -> Score.builder(
                                number(fields.get("manual")).orElse(0L),
                                number(fields.get("automatic")).orElse(0L))
                        .priority(number(fields.get("priority")).orElse(null))
                        .reuse(number(fields.get("reuse")).orElse(null))
                        .update(number(fields.get("update")).orElse(null))
                        .reference(number(fields.get("reference")).orElse(null))
                        .searched(number(fields.get("searched")).orElse(null))
                        .schema(schema(fields.get("schema")))
                        .build())
                .orElse(null);
    }

    private static @Nullable EmbeddedModelSchema schema(@Nullable JsonNode node) {
        Optional<JsonNode> fields = object(node);
        Optional<Long> migration = fields.flatMap(present -> number(present.get("migration")));
        return fields.flatMap(present -> string(present.get("semantic")))
                .map(semantic -> new EmbeddedModelSchema(migration.orElse(0L), semantic))
                .orElse(null);
    }

    /** Returns what the text names; empty for none and for blank text. */
    private static <T> Optional<T> name(@Nullable JsonNode node, Function<String, T> create) {
        Optional<String> text = string(node).filter(present -> !present.isBlank());
        require(text.isEmpty() || text.get().indexOf('\0') < 0);
        return text.map(create);
    }

    private static Optional<String> string(@Nullable JsonNode node) {
        return present(node).map(present -> {
            require(present.isString());
            return present.stringValue();
        });
    }

    private static @Nullable Boolean bool(@Nullable JsonNode node) {
        return present(node)
                .map(present -> {
                    require(present.isBoolean());
                    return present.booleanValue();
                })
                .orElse(null);
    }

    private static Optional<Long> number(@Nullable JsonNode node) {
        return present(node).map(present -> {
            require(present.isNumber());
            return present.decimalValue().longValueExact();
        });
    }

    private static Optional<JsonNode> object(@Nullable JsonNode node) {
        return present(node).map(present -> {
            require(present.isObject());
            return present;
        });
    }

    private static Optional<JsonNode> array(@Nullable JsonNode node) {
        return present(node).map(present -> {
            require(present.isArray());
            return present;
        });
    }

    private static Optional<JsonNode> present(@Nullable JsonNode node) {
        return Optional.ofNullable(node).filter(present -> !present.isNull());
    }

    private static void require(boolean met) {
        if (!met) {
            throw new IllegalArgumentException("refused");
        }
    }
}
