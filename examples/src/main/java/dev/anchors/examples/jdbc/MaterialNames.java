package dev.anchors.examples.jdbc;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toUnmodifiableMap;

import dev.anchors.domain.MaterialKind;
import java.util.Arrays;
import java.util.Map;

/**
 * The names that the tables contain for kinds of material. They are names of the service. A name in the tables never changes,
 * even if a name in the code does.
 */
final class MaterialNames {

    private static final Map<String, MaterialKind> KINDS =
            Arrays.stream(MaterialKind.values()).collect(toUnmodifiableMap(MaterialNames::of, identity()));

    private MaterialNames() {}

    /** Returns the name of a kind. */
    static String of(MaterialKind kind) {
        return switch (kind) {
            case ASSET -> "asset";
            case ANNOTATION -> "annotation";
            case CONVERSATION -> "conversation";
            case SUMMARY -> "workstream_summary";
            case PERSON -> "person";
            case MESSAGE -> "message";
            case TAG -> "tag";
            case SOURCE -> "source";
            case WORKSTREAM_EVENT -> "workstream_event";
        };
    }

    /**
     * Returns the kind with this name.
     *
     * @throws IllegalArgumentException if no kind has this name
     */
    static MaterialKind kind(String name) {
        MaterialKind kind = KINDS.get(name);
        if (kind == null) {
            throw new IllegalArgumentException("the tables contain an unknown kind of material: " + name);
        }
        return kind;
    }
}
