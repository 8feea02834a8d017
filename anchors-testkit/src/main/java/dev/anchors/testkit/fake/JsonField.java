package dev.anchors.testkit.fake;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A value in a JSON document and its JSON Pointer (RFC 6901). A value of the wrong type is rejected with an
 * {@link IllegalArgumentException} whose message begins with the pointer.
 */
final class JsonField {

    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private final String pointer;
    private final JsonNode node;

    private JsonField(String pointer, JsonNode node) {
        this.pointer = pointer;
        this.node = node;
    }

    /**
     * Parses a document in UTF-8. Jackson's own decoder accepts overlong forms of characters.
     *
     * @throws IllegalArgumentException if {@code json} is not well-formed
     */
    static JsonField document(byte[] json) {
        try {
            String text = UTF_8.newDecoder().decode(ByteBuffer.wrap(json)).toString();
            return new JsonField("", MAPPER.readTree(text));
        } catch (CharacterCodingException e) {
            throw new IllegalArgumentException("the body is not UTF-8", e);
        } catch (JacksonException e) {
            TokenStreamLocation location = e.getLocation(); // null if the document exceeds a limit of the parser
            String reason = location == null ? e.getOriginalMessage() : "see character " + location.getCharOffset();
            throw new IllegalArgumentException("the body is not JSON (" + reason + ")", e);
        }
    }

    /** Returns the member of an object. A JSON null means that the member is absent. */
    Optional<JsonField> optional(String name) {
        JsonNode member = object().node.get(name);
        return member == null || member.isNull()
                ? Optional.empty()
                : Optional.of(new JsonField(pointer + "/" + name, member));
    }

    /** Returns the member of an object, which must be present. */
    JsonField required(String name) {
        return optional(name).orElseThrow(() -> new IllegalArgumentException(pointer + "/" + name + " is missing"));
    }

    /** Returns this value, which must be an object. */
    JsonField object() {
        return checked(node.isObject(), "an object");
    }

    /** Returns the items of this value, which must be an array. */
    Stream<JsonField> items() {
        checked(node.isArray(), "an array");
        return IntStream.range(0, node.size()).mapToObj(i -> new JsonField(pointer + "/" + i, node.get(i)));
    }

    String stringValue() {
        return checked(node.isString(), "a string").node.stringValue();
    }

    boolean booleanValue() {
        return checked(node.isBoolean(), "true or false").node.booleanValue();
    }

    long longValue() {
        return checked(node.isIntegralNumber() && node.canConvertToLong(), "a 64-bit integer")
                .node
                .longValue();
    }

    /** Returns the constant whose name is this string. */
    <E extends Enum<E>> E enumValue(Class<E> type) {
        E[] known = type.getEnumConstants();
        return Arrays.stream(known)
                .filter(constant -> constant.name().equals(stringValue()))
                .findFirst()
                .orElseThrow(() ->
                        invalid("must be one of " + Arrays.toString(known) + ", but is \"" + stringValue() + "\""));
    }

    /** Returns this string, converted. If {@code constructor} rejects the string, the reason follows the pointer. */
    <T> T convert(Function<String, T> constructor) {
        String text = stringValue();
        try {
            return constructor.apply(text);
        } catch (IllegalArgumentException e) {
            throw invalid("is not valid: " + e.getMessage());
        }
    }

    private JsonField checked(boolean valid, String expected) {
        if (!valid) {
            throw invalid("must be " + expected + ", but is " + describe());
        }
        return this;
    }

    private IllegalArgumentException invalid(String reason) {
        return new IllegalArgumentException((pointer.isEmpty() ? "the body " : pointer + " ") + reason);
    }

    private String describe() {
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
