package dev.anchors.examples.jdbc;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toUnmodifiableMap;

import dev.anchors.domain.MaterialKind;
import java.util.Arrays;
import java.util.Map;

/**
 * The words that the tables contain for kinds of material. They are the words of the service. A word never changes,
 * even if a name in the code does.
 */
final class MaterialWords {

    private static final Map<String, MaterialKind> KINDS =
            Arrays.stream(MaterialKind.values()).collect(toUnmodifiableMap(MaterialWords::of, identity()));

    private MaterialWords() {}

    /** Returns the word for a kind. */
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
     * Returns the kind with this word.
     *
     * @throws IllegalArgumentException if no kind has this word
     */
    static MaterialKind kind(String word) {
        MaterialKind kind = KINDS.get(word);
        if (kind == null) {
            throw new IllegalArgumentException("the tables contain an unknown kind of material: " + word);
        }
        return kind;
    }
}
