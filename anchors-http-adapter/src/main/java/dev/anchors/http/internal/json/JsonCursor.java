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
 * <p>They do the same for a value of the wrong type or without a meaning, whose failure is kept in {@link #failures()}. A
 * cursor is for one thread at a time.
 */
final class JsonCursor {

    private final JsonParsers parsers = new JsonParsers();
    private final StrictReader text;
    private final StringInterner strings = new StringInterner();
    private JsonParser parser;
    private JsonFailures failures;
    private Field field = Field.UNKNOWN;

    /** Creates a cursor in front of the document in {@code body}, which is read as long as the token allows and stays open. */
    JsonCursor(InputStream body, CancellationToken token) {
        text = new StrictReader(body, token);
        parser = parsers.create(text);
        failures = new JsonFailures(parser);
    }

    /** Moves in front of another document, behind the last one. */
    void restart(InputStream body, CancellationToken token) {
        text.restart(body, token);
        parser = parsers.create(text);
        failures = new JsonFailures(parser);
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
                throw failures.malformed(Objects.requireNonNull(malformed.getMessage()), null);
            }
            throw reason;
        } catch (StreamConstraintsException exceeded) {
            throw failures.malformed(JsonParsers.LIMITS_EXCEEDED, exceeded);
        } catch (JacksonException invalid) {
            throw failures.malformed("the body is no valid JSON", invalid);
        }
    }

    /**
     * Releases the body and what the parser holds, behind the document. That is memory alone, so that a failure needs no
     * release, which could fail in turn where there is no memory.
     */
    void release() {
        parser.close();
    }

    /** Returns the failures of the document, for those that only the reader of a model can see. */
    JsonFailures failures() {
        return failures;
    }

    /** Enters the object that is the whole document. */
    void beginDocument() {
        if (parser.nextToken() == null) {
            throw failures.malformed("the body is empty", null);
        }
        if (parser.currentToken() != JsonToken.START_OBJECT) {
            throw failures.malformed("expected an object", null);
        }
    }

    /** Reads the rest of the body, behind the object that is the whole document, and checks the document. */
    void endDocument() {
        failures.check();
        if (parser.nextToken() != null) {
            throw failures.malformed("the body goes on behind the JSON document", null);
        }
    }

    /** Enters the object that is the current value, which is of the model that {@code order} is for. */
    boolean beginObject(FieldOrder order) {
        order.restart();
        return beginMap();
    }

    /** Moves to the value of the next field; returns false at the end of the object. */
    boolean nextField(FieldOrder order) {
        Field expected = order.expected();
        if (parser.nextName(expected.wireName())) {
            field = expected;
        } else if (parser.currentToken() == JsonToken.PROPERTY_NAME) {
            field = Field.of(parser.currentName());
        } else {
            return false;
        }
        order.found(field);
        beginValue();
        return true;
    }

    /** Returns the field to whose value {@link #nextField} moved last. */
    Field field() {
        return field;
    }

    /** Enters the object that is the current value, whose names are not fields but keys. */
    boolean beginMap() {
        return isA(JsonToken.START_OBJECT, "an object");
    }

    /** Moves to the value of the next key; returns false at the end of the object. */
    boolean nextEntry() {
        if (parser.nextToken() != JsonToken.PROPERTY_NAME) {
            return false;
        }
        beginValue();
        return true;
    }

    /** Returns the key to whose value {@link #nextEntry} moved last. */
    String key() {
        return parser.currentName();
    }

    private void beginValue() {
        failures.forgetReplaced();
        parser.nextToken();
    }

    /** Enters the array that is the current value. */
    boolean beginArray() {
        return isA(JsonToken.START_ARRAY, "an array");
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
        return known != null && isText(value.apply(known)) ? known : nonBlankValue(create);
    }

    /** Returns what {@code create} makes of {@code text}, which is the current value; null for null and for blank text. */
    <T> @Nullable T nonBlank(@Nullable String text, Function<String, T> create) {
        try {
            return text == null || text.isBlank() ? null : create.apply(text);
        } catch (IllegalArgumentException refused) { // its message shows the text
            failures.keep("expected text without NUL characters");
            return null;
        }
    }

    private boolean isText(String expected) {
        return parser.currentToken() == JsonToken.VALUE_STRING
                && StringInterner.isSame(
                        expected, parser.getStringCharacters(), parser.getStringOffset(), parser.getStringLength());
    }

    @Nullable
    Boolean booleanValue() {
        if (parser.currentToken() == JsonToken.VALUE_TRUE) {
            return true;
        }
        return isA(JsonToken.VALUE_FALSE, "a boolean") ? false : null;
    }

    /** Returns a whole number in whichever way it is written: {@code 100}, {@code 100.0} or {@code 1e2}. */
    @Nullable
    Long longValue() {
        try {
            if (parser.currentToken() == JsonToken.VALUE_NUMBER_FLOAT) {
                return new BigDecimal(parser.getString()).longValueExact();
            }
            return isA(JsonToken.VALUE_NUMBER_INT, "a whole number") ? parser.getLongValue() : null;
        } catch (ArithmeticException | NumberFormatException | InputCoercionException inexact) {
            failures.keep("expected a whole number of 64 bits");
            return null;
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
            failures.keep("expected a date with time, as in ISO 8601");
            return null;
        }
    }

    private boolean isString() {
        return isA(JsonToken.VALUE_STRING, "a string");
    }

    /** Returns whether the current value is of a type, and passes over a value that is of another type. */
    private boolean isA(JsonToken type, String inWords) {
        JsonToken actual = parser.currentToken();
        if (actual == type) {
            return true;
        }
        if (actual != JsonToken.VALUE_NULL) {
            failures.keep("expected " + inWords);
            parser.skipChildren();
        }
        return false;
    }
}
