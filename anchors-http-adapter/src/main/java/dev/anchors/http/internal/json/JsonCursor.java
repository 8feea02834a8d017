package dev.anchors.http.internal.json;

import dev.anchors.http.internal.json.StrictReader.MalformedTextException;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.exc.InputCoercionException;
import tools.jackson.core.exc.JacksonIOException;
import tools.jackson.core.exc.StreamConstraintsException;

/**
 * Reads one JSON document forward, value by value. Where the current value is null, the methods that return a value return
 * null, and those that enter an object or an array return false.
 *
 * <p>A value of the wrong type, or one without a meaning, is a {@link MalformedBodyException} that shows the position and
 * not the value. A cursor is for one thread at a time.
 */
final class JsonCursor implements AutoCloseable {

    /** Describes a field without which an object means nothing. */
    static final String MISSING = "a required field is missing, null or blank";

    private final JsonParser parser;
    private final StringInterner strings = new StringInterner();

    private JsonCursor(JsonParser parser) {
        this.parser = parser;
    }

    /**
     * Returns a cursor in front of the document in {@code body}. Closing the cursor leaves the body open.
     *
     * @throws IOException if the first bytes of the body could not be read
     */
    static JsonCursor open(InputStream body) throws IOException {
        return new JsonCursor(JsonParsers.create(new StrictReader(body)));
    }

    /**
     * Runs {@code reading}, which uses this cursor, and tells a broken connection from a malformed document.
     *
     * @throws IOException if the body could not be read
     * @throws MalformedBodyException if the body is not JSON, or not as {@code reading} expects
     */
    <T extends @Nullable Object> T read(Supplier<T> reading) throws IOException {
        try {
            return reading.get();
        } catch (JacksonIOException failure) {
            IOException reason = Objects.requireNonNull(failure.getCause());
            if (reason instanceof MalformedTextException malformed) {
                throw malformed(Objects.requireNonNull(malformed.getMessage()), null);
            }
            throw reason;
        } catch (StreamConstraintsException exceeded) {
            throw malformed(JsonParsers.LIMITS_EXCEEDED, exceeded);
        } catch (JacksonException invalid) {
            throw malformed("the body is no valid JSON", invalid);
        }
    }

    /** Enters the object that is the whole document. */
    void beginDocument() {
        if (parser.nextToken() == null) {
            throw malformed("the body is empty", null);
        }
        require(JsonToken.START_OBJECT, "an object");
    }

    /** Reads the rest of the body, behind the object that is the whole document. */
    void endDocument() {
        if (parser.nextToken() != null) {
            throw malformed("the body goes on behind the JSON document", null);
        }
    }

    /** Enters the object that is the current value. */
    boolean beginObject() {
        return isNotNull(JsonToken.START_OBJECT, "an object");
    }

    /** Moves to the value of the next field; returns false at the end of the object. */
    boolean nextField() {
        if (parser.nextToken() != JsonToken.PROPERTY_NAME) {
            return false;
        }
        parser.nextToken();
        return true;
    }

    /** Returns the field whose value is the current value. */
    Field field() {
        return Field.of(fieldName());
    }

    /** Returns the name of the field whose value is the current value. */
    String fieldName() {
        return parser.currentName();
    }

    /** Enters the array that is the current value. */
    boolean beginArray() {
        return isNotNull(JsonToken.START_ARRAY, "an array");
    }

    /** Moves to the next element that is not null; returns false at the end of the array. */
    boolean nextElement() {
        JsonToken token = parser.nextToken();
        while (token == JsonToken.VALUE_NULL) {
            token = parser.nextToken();
        }
        return token != JsonToken.END_ARRAY;
    }

    /** Passes over the current value. */
    void skipValue() {
        parser.skipChildren();
    }

    @Nullable
    String stringValue() {
        return isString() ? parser.getString() : null;
    }

    /** Returns text that is likely to occur again in the document; equal texts are one object. */
    @Nullable
    String internedValue() {
        return optionalInternedValue().orElse(null);
    }

    /** Returns text that is likely to occur again; equal texts are one object, the optional included. Empty for null. */
    Optional<String> optionalInternedValue() {
        return isString()
                ? strings.intern(parser.getStringCharacters(), parser.getStringOffset(), parser.getStringLength())
                : Optional.empty();
    }

    /** Returns what {@code create} makes of the text; null for blank text, which means as much as no text. */
    <T> @Nullable T nonBlankValue(Function<String, T> create) {
        return nonBlank(stringValue(), create);
    }

    /** Returns {@code known} if its value is the text, so that equal values are one object, or else the same as above. */
    <T> @Nullable T nonBlankValue(@Nullable T known, Function<T, String> value, Function<String, T> create) {
        return known != null && isString() && isText(value.apply(known)) ? known : nonBlankValue(create);
    }

    /** Returns what {@code create} makes of {@code text}, which is the current value; null for null and for blank text. */
    <T> @Nullable T nonBlank(@Nullable String text, Function<String, T> create) {
        try {
            return text == null || text.isBlank() ? null : create.apply(text);
        } catch (IllegalArgumentException refused) { // its message shows the text
            throw malformed("expected text without NUL characters", null);
        }
    }

    private boolean isText(String expected) {
        return StringInterner.isSame(
                expected, parser.getStringCharacters(), parser.getStringOffset(), parser.getStringLength());
    }

    @Nullable
    Boolean booleanValue() {
        if (parser.currentToken() == JsonToken.VALUE_TRUE) {
            return true;
        }
        return isNotNull(JsonToken.VALUE_FALSE, "a boolean") ? false : null;
    }

    /** Returns a whole number in whichever way it is written: {@code 100}, {@code 100.0} or {@code 1e2}. */
    @Nullable
    Long longValue() {
        try {
            if (parser.currentToken() == JsonToken.VALUE_NUMBER_FLOAT) {
                return new BigDecimal(parser.getString()).longValueExact();
            }
            return isNotNull(JsonToken.VALUE_NUMBER_INT, "a whole number") ? parser.getLongValue() : null;
        } catch (ArithmeticException | NumberFormatException | InputCoercionException inexact) { // show the number
            throw malformed("expected a whole number of 64 bits", null);
        }
    }

    /** Returns the instant of a timestamp. */
    @Nullable
    Instant instantValue() {
        if (!isString()) {
            return null;
        }
        try {
            return Timestamps.parse(parser.getStringCharacters(), parser.getStringOffset(), parser.getStringLength());
        } catch (DateTimeException malformed) {
            throw malformed("expected an RFC 3339 timestamp", malformed);
        }
    }

    /** Returns {@code value}, or fails where the object that just ended lacked {@code field}. */
    <T> T required(String field, @Nullable T value) {
        if (value == null) {
            throw missing(field);
        }
        return value;
    }

    /** Returns an exception for an object that just ended and lacked {@code field}. */
    MalformedBodyException missing(String field) {
        return new MalformedBodyException(MISSING, pointer() + "/" + field, null);
    }

    /** Returns an exception that shows the position of the current value. */
    MalformedBodyException malformed(String what, @Nullable Throwable cause) {
        return new MalformedBodyException(what, pointer(), cause);
    }

    @Override
    public void close() {
        parser.close();
    }

    private boolean isString() {
        return isNotNull(JsonToken.VALUE_STRING, "a string");
    }

    private boolean isNotNull(JsonToken expected, String inWords) {
        if (parser.currentToken() == JsonToken.VALUE_NULL) {
            return false;
        }
        require(expected, inWords);
        return true;
    }

    private void require(JsonToken expected, String inWords) {
        if (parser.currentToken() != expected) {
            throw malformed("expected " + inWords, null);
        }
    }

    private String pointer() {
        return JsonPointers.of(parser.streamReadContext());
    }
}
