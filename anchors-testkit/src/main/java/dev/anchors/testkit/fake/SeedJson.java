package dev.anchors.testkit.fake;

import dev.anchors.domain.AnchorId;
import dev.anchors.domain.AnchorType;
import dev.anchors.domain.AnnotationType;
import dev.anchors.domain.AssetId;
import dev.anchors.domain.ConversationId;
import dev.anchors.domain.EmbeddedModelSchema;
import dev.anchors.domain.FullPath;
import dev.anchors.domain.Mechanism;
import dev.anchors.domain.MessageId;
import dev.anchors.domain.PersonId;
import dev.anchors.domain.Platform;
import dev.anchors.domain.SeededAnchor;
import dev.anchors.domain.SeededAnnotation;
import dev.anchors.domain.SummaryId;
import dev.anchors.domain.TagId;
import dev.anchors.domain.WebsiteId;
import dev.anchors.domain.WorkstreamEventId;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Reads the body of a create as strictly as the wire description allows: unknown fields are ignored and null means
 * absent, but every field that is described must have its type and, where the words are listed, one of them.
 */
final class SeedJson {

    private SeedJson() {}

    /**
     * Reads a document of type SeededAnchor.
     *
     * @throws IllegalArgumentException if it is none; the message says which field is wrong and why
     */
    static SeededAnchor read(byte[] body) {
        try {
            return anchor(JsonField.document(body));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("not a valid seed: " + e.getMessage(), e);
        }
    }

    private static SeededAnchor anchor(JsonField seed) {
        SeededAnchor.Builder builder = SeededAnchor.builder(
                seed.required("type").word(AnchorType.class),
                seed.required("fullpath").as(FullPath::new));
        seed.optional("name").map(JsonField::text).ifPresent(builder::name);
        seed.optional("watch").map(JsonField::flag).ifPresent(builder::watch);
        seed.optional("platform").map(word -> word.word(Platform.class)).ifPresent(builder::platform);
        id(seed, "asset", AssetId::new).ifPresent(builder::asset);
        id(seed, "conversation", ConversationId::new).ifPresent(builder::conversation);
        ids(seed, "persons", PersonId::new).forEach(builder::person);
        seed.optional("annotations").stream()
                .flatMap(JsonField::items)
                .map(SeedJson::annotation)
                .forEach(builder::annotation);
        schema(seed).ifPresent(builder::schema);
        return builder.build();
    }

    private static SeededAnnotation annotation(JsonField seed) {
        SeededAnnotation.Builder builder = SeededAnnotation.builder(
                seed.required("type").word(AnnotationType.class),
                seed.required("text").text());
        seed.optional("mechanism").map(word -> word.word(Mechanism.class)).ifPresent(builder::mechanism);
        id(seed, "asset", AssetId::new).ifPresent(builder::asset);
        id(seed, "person", PersonId::new).ifPresent(builder::person);
        id(seed, "anchor", AnchorId::new).ifPresent(builder::anchor);
        id(seed, "conversation", ConversationId::new).ifPresent(builder::conversation);
        id(seed, "workstream_summary", SummaryId::new).ifPresent(builder::summary);
        seed.optional("model").map(JsonField::text).ifPresent(builder::model);
        seed.optional("pseudo").map(JsonField::flag).ifPresent(builder::pseudo);
        seed.optional("favorited").map(JsonField::flag).ifPresent(builder::favorited);
        ids(seed, "messages", MessageId::new).forEach(builder::link);
        ids(seed, "assets", AssetId::new).forEach(builder::link);
        ids(seed, "persons", PersonId::new).forEach(builder::link);
        ids(seed, "conversations", ConversationId::new).forEach(builder::link);
        ids(seed, "tags", TagId::new).forEach(builder::link);
        ids(seed, "summaries", SummaryId::new).forEach(builder::link);
        ids(seed, "workstream_events", WorkstreamEventId::new).forEach(builder::link);
        ids(seed, "anchors", AnchorId::new).forEach(builder::link);
        ids(seed, "websites", WebsiteId::new).forEach(builder::link);
        schema(seed).ifPresent(builder::schema);
        return builder.build();
    }

    private static <T> Optional<T> id(JsonField seed, String name, Function<String, T> constructor) {
        return seed.optional(name).map(id -> id.as(constructor));
    }

    /** The ids of a collection of links; what else a collection may hold is not kept, but must have the right form. */
    private static <T> List<T> ids(JsonField seed, String name, Function<String, T> constructor) {
        Optional<JsonField> collection = seed.optional(name);
        collection.ifPresent(links -> Stream.of("schema", "indices", "score")
                .forEach(part -> links.optional(part).ifPresent(JsonField::object)));
        return collection.stream()
                .flatMap(links -> iterable(name, links))
                .map(link -> link.required("id").as(constructor))
                .toList();
    }

    /** Only a collection of assets may come without one. */
    private static Stream<JsonField> iterable(String name, JsonField links) {
        return name.equals("assets")
                ? links.optional("iterable").stream().flatMap(JsonField::items)
                : links.required("iterable").items();
    }

    private static Optional<EmbeddedModelSchema> schema(JsonField seed) {
        return seed.optional("schema")
                .map(stamp -> new EmbeddedModelSchema(
                        stamp.required("migration").whole(),
                        stamp.required("semantic").text()));
    }
}
