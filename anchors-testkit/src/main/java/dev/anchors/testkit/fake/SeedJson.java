package dev.anchors.testkit.fake;

import dev.anchors.domain.AnchorId;
import dev.anchors.domain.AnchorType;
import dev.anchors.domain.AnnotationType;
import dev.anchors.domain.AssetId;
import dev.anchors.domain.ConversationId;
import dev.anchors.domain.EmbeddedModelSchema;
import dev.anchors.domain.FullPath;
import dev.anchors.domain.MaterialKind;
import dev.anchors.domain.Mechanism;
import dev.anchors.domain.PersonId;
import dev.anchors.domain.Platform;
import dev.anchors.domain.SeededAnchor;
import dev.anchors.domain.SeededAnnotation;
import dev.anchors.domain.SummaryId;
import dev.anchors.domain.WebsiteId;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Reads the request body of the create operation as strictly as the OpenAPI document allows. Unknown fields are ignored
 * and null means absent. Each known field must have the documented type and, for an enum, one of the documented values.
 */
final class SeedJson {

    /** The kinds of material that an annotation can be linked to. */
    private static final Set<MaterialKind> ANNOTATION_LINKS =
            EnumSet.complementOf(EnumSet.of(MaterialKind.ANNOTATION, MaterialKind.SOURCE));

    private SeedJson() {}

    /**
     * Reads a JSON document of type SeededAnchor.
     *
     * @throws IllegalArgumentException if {@code body} is no such document; the message names the wrong field and the
     *     reason
     */
    static SeededAnchor read(byte[] body) {
        try {
            return anchor(JsonField.document(body));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("not a valid seed: " + e.getMessage(), e);
        }
    }

    private static SeededAnchor anchor(JsonField seed) {
        AnchorType type = seed.required("type").enumValue(AnchorType.class);
        SeededAnchor.Builder builder = SeededAnchor.builder(
                        type, seed.required("fullpath").convert(FullPath::new))
                .rawType(type.name());
        seed.optional("name").map(JsonField::stringValue).ifPresent(builder::name);
        seed.optional("watch").map(JsonField::booleanValue).ifPresent(builder::watch);
        seed.optional("platform").map(value -> value.enumValue(Platform.class)).ifPresent(builder::platform);
        id(seed, MaterialKind.ASSET, AssetId::new).ifPresent(builder::asset);
        id(seed, MaterialKind.CONVERSATION, ConversationId::new).ifPresent(builder::conversation);
        ids(seed, MaterialNames.of(MaterialKind.PERSON).collection(), PersonId::new)
                .forEach(builder::person);
        seed.optional("annotations").stream()
                .flatMap(JsonField::items)
                .map(SeedJson::annotation)
                .forEach(builder::annotation);
        schema(seed).ifPresent(builder::schema);
        return builder.build();
    }

    private static SeededAnnotation annotation(JsonField seed) {
        SeededAnnotation.Builder builder = SeededAnnotation.builder(
                seed.required("type").enumValue(AnnotationType.class),
                seed.required("text").stringValue());
        seed.optional("mechanism")
                .map(value -> value.enumValue(Mechanism.class))
                .ifPresent(builder::mechanism);
        id(seed, MaterialKind.ASSET, AssetId::new).ifPresent(builder::asset);
        id(seed, MaterialKind.PERSON, PersonId::new).ifPresent(builder::person);
        seed.optional("anchor").map(id -> id.convert(AnchorId::new)).ifPresent(builder::anchor);
        id(seed, MaterialKind.CONVERSATION, ConversationId::new).ifPresent(builder::conversation);
        id(seed, MaterialKind.SUMMARY, SummaryId::new).ifPresent(builder::summary);
        seed.optional("model").map(JsonField::stringValue).ifPresent(builder::model);
        seed.optional("pseudo").map(JsonField::booleanValue).ifPresent(builder::pseudo);
        seed.optional("favorited").map(JsonField::booleanValue).ifPresent(builder::favorited);
        for (MaterialKind kind : ANNOTATION_LINKS) {
            ids(seed, MaterialNames.of(kind).collection(), kind::id).forEach(builder::link);
        }
        ids(seed, "anchors", AnchorId::new).forEach(builder::link);
        ids(seed, "websites", WebsiteId::new).forEach(builder::link);
        schema(seed).ifPresent(builder::schema);
        return builder.build();
    }

    private static <T> Optional<T> id(JsonField seed, MaterialKind kind, Function<String, T> constructor) {
        return seed.optional(MaterialNames.of(kind).single()).map(id -> id.convert(constructor));
    }

    /** Returns the ids of a collection of links. Other documented fields are dropped, but must have the right type. */
    private static <T> List<T> ids(JsonField seed, String name, Function<String, T> constructor) {
        Optional<JsonField> collection = seed.optional(name);
        collection.ifPresent(links -> Stream.of("schema", "indices", "score")
                .forEach(part -> links.optional(part).ifPresent(JsonField::object)));
        return collection.stream()
                .flatMap(links -> iterable(name, links))
                .map(link -> link.required("id").convert(constructor))
                .toList();
    }

    /** Returns the links. The array is required in every collection except that of assets. */
    private static Stream<JsonField> iterable(String name, JsonField links) {
        return name.equals(MaterialNames.of(MaterialKind.ASSET).collection())
                ? links.optional("iterable").stream().flatMap(JsonField::items)
                : links.required("iterable").items();
    }

    private static Optional<EmbeddedModelSchema> schema(JsonField seed) {
        return seed.optional("schema")
                .map(version -> new EmbeddedModelSchema(
                        version.required("migration").longValue(),
                        version.required("semantic")
                                .enumValue(SemanticVersion.class)
                                .name()));
    }

    /** The documented versions of the API. Python clients can read no anchor with another one. */
    private enum SemanticVersion {
        MAJOR_0_MINOR_0_PATCH_1,
        UNKNOWN
    }
}
