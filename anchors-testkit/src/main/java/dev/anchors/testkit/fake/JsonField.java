package dev.anchors.testkit.fake;

import java.util.Arrays;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * One place in a JSON document. It knows its JSON pointer (RFC 6901), so that a refusal, always an
 * {@link IllegalArgumentException}, says where.
 */
final class JsonField {

    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private final String pointer;
    private final JsonNode node;

    private JsonField(String pointer, JsonNode node) {
        this.pointer = pointer;
        this.node = node;
    }

    /** Reads a whole document. */
    static JsonField document(byte[] json) {
        try {
            return new JsonField("", MAPPER.readTree(json));
        } catch (JacksonException e) {
            throw new IllegalArgumentException(
                    "the body is not JSON (see byte " + e.getLocation().getByteOffset() + ")", e);
        }
    }

    /** The member of that name; null on the wire means absent. */
    Optional<JsonField> optional(String name) {
        JsonNode member = object().node.get(name);
        return member == null || member.isNull()
                ? Optional.empty()
                : Optional.of(new JsonField(pointer + "/" + name, member));
    }

    /** The member of that name, which must be there. */
    JsonField required(String name) {
        return optional(name).orElseThrow(() -> new IllegalArgumentException(pointer + "/" + name + " is missing"));
    }

    /** This place, which must be an object. */
    JsonField object() {
        return checked(node.isObject(), "an object");
    }

    /** The items of an array. */
    Stream<JsonField> items() {
        checked(node.isArray(), "an array");
        return IntStream.range(0, node.size()).mapToObj(i -> new JsonField(pointer + "/" + i, node.get(i)));
    }

    String text() {
        return checked(node.isString(), "a string").node.stringValue();
    }

    boolean flag() {
        return checked(node.isBoolean(), "true or false").node.booleanValue();
    }

    long whole() {
        return checked(node.isIntegralNumber() && node.canConvertToLong(), "a whole number of 64 bits")
                .node
                .longValue();
    }

    /** The constant whose name stands here. */
    <E extends Enum<E>> E word(Class<E> words) {
        E[] known = words.getEnumConstants();
        return Arrays.stream(known)
                .filter(constant -> constant.name().equals(text()))
                .findFirst()
                .orElseThrow(() -> refusal("must be one of " + Arrays.toString(known) + ", but is \"" + text() + "\""));
    }

    /** What {@code constructor} makes of the text here; where it refuses, its words follow the pointer. */
    <T> T as(Function<String, T> constructor) {
        String text = text();
        try {
            return constructor.apply(text);
        } catch (IllegalArgumentException e) {
            throw refusal("is refused: " + e.getMessage());
        }
    }

    private JsonField checked(boolean fits, String expected) {
        if (!fits) {
            throw refusal("must be " + expected + ", but is " + kind());
        }
        return this;
    }

    private IllegalArgumentException refusal(String why) {
        return new IllegalArgumentException((pointer.isEmpty() ? "the body " : pointer + " ") + why);
    }

    private String kind() {
        return switch (node.getNodeType()) {
            case OBJECT -> "an object";
            case ARRAY -> "an array";
            case STRING -> "a string";
            case BOOLEAN -> "a boolean";
            case NUMBER -> "the number " + node;
            case NULL -> "null";
            default -> "empty";
        };
    }
}
