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
import tools.jackson.core.ErrorReportConfiguration;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.TokenStreamFactory;
import tools.jackson.core.exc.InputCoercionException;
import tools.jackson.core.exc.JacksonIOException;
import tools.jackson.core.json.JsonFactory;

/**
 * Reads one JSON document forward, value by value. Null is the same as absence: fields and elements that are null are
 * passed over.
 *
 * <p>A value of the wrong type, or one without a meaning, is a {@link MalformedBodyException} that shows the position and
 * not the value. A cursor is for one thread at a time.
 */
final class JsonCursor implements AutoCloseable {

    /**
     * Names are not kept in a symbol table: the names in {@code indices} are ids, so a table would grow with every
     * response, and names that share a hash code would make the table slow or the parser fail. Jackson supports that for
     * characters in each release, and as fast as with a table.
     */
    private static final JsonFactory FACTORY = JsonFactory.builder()
            .disable(TokenStreamFactory.Feature.CANONICALIZE_PROPERTY_NAMES)
            .disable(TokenStreamFactory.Feature.INTERN_PROPERTY_NAMES)
            .errorReportConfiguration(ErrorReportConfiguration.builder()
                    .maxErrorTokenLength(0)
                    .maxRawContentLength(0)
                    .build())
            .build();

    private static final String NOT_A_NAME = "expected text that is not blank and without NUL";

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
        return new JsonCursor(FACTORY.createParser(ObjectReadContext.empty(), new StrictReader(body)));
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
        } catch (JacksonException invalid) {
            throw malformed("the body is no valid JSON", invalid);
        }
    }

    /** Enters the object that is the whole document. */
    void beginDocument() {
        if (parser.nextToken() == null) {
            throw malformed("the body is empty", null);
        }
        beginObject();
    }

    /** Reads the rest of the body, behind the object that is the whole document. */
    void endDocument() {
        if (parser.nextToken() != null) {
            throw malformed("the body goes on behind the JSON document", null);
        }
    }

    /** Enters the object that is the current value. */
    void beginObject() {
        require(JsonToken.START_OBJECT, "an object");
    }

    /** Moves to the value of the next field; returns false at the end of the object. */
    boolean nextField() {
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
            if (parser.nextToken() != JsonToken.VALUE_NULL) {
                return true;
            }
        }
        return false;
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
    void beginArray() {
        require(JsonToken.START_ARRAY, "an array");
    }

    /** Moves to the next element; returns false at the end of the array. */
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

    String stringValue() {
        require(JsonToken.VALUE_STRING, "a string");
        return parser.getString();
    }

    /** Returns text that is likely to occur again in the document; equal texts are one object. */
    String internedValue() {
        return optionalInternedValue().get();
    }

    /** Returns text that is likely to occur again in the document; equal texts are one object, the optional included. */
    Optional<String> optionalInternedValue() {
        require(JsonToken.VALUE_STRING, "a string");
        return strings.intern(parser.getStringCharacters(), parser.getStringOffset(), parser.getStringLength());
    }

    /** Returns the domain object that {@code create} makes of the text. */
    <T> T created(Function<String, T> create) {
        try {
            return create.apply(stringValue());
        } catch (IllegalArgumentException refused) { // its message shows the text
            throw malformed(NOT_A_NAME, null);
        }
    }

    /** Returns {@code known} if that has the text as its value, and otherwise what {@code create} makes of the text. */
    <T> T knownOrCreated(@Nullable T known, Function<T, String> value, Function<String, T> create) {
        require(JsonToken.VALUE_STRING, "a string");
        return known != null && isText(value.apply(known)) ? known : created(create);
    }

    private boolean isText(String expected) {
        return StringInterner.isSame(
                expected, parser.getStringCharacters(), parser.getStringOffset(), parser.getStringLength());
    }

    /** Returns an interned text that can be a name. */
    String nameValue() {
        String name = internedValue();
        if (name.isBlank() || name.indexOf('\0') >= 0) {
            throw malformed(NOT_A_NAME, null);
        }
        return name;
    }

    boolean booleanValue() {
        if (parser.currentToken() == JsonToken.VALUE_TRUE) {
            return true;
        }
        require(JsonToken.VALUE_FALSE, "a boolean");
        return false;
    }

    /** Returns a whole number in whichever way it is written: {@code 100}, {@code 100.0} or {@code 1e2}. */
    long longValue() {
        try {
            if (parser.currentToken() == JsonToken.VALUE_NUMBER_FLOAT) {
                return new BigDecimal(parser.getString()).longValueExact();
            }
            require(JsonToken.VALUE_NUMBER_INT, "a whole number");
            return parser.getLongValue();
        } catch (ArithmeticException | NumberFormatException | InputCoercionException inexact) {
            throw malformed("expected a whole number of 64 bits", null);
        }
    }

    /** Returns the instant of a timestamp. */
    Instant instantValue() {
        require(JsonToken.VALUE_STRING, "a string");
        try {
            return Timestamps.parse(parser.getStringCharacters(), parser.getStringOffset(), parser.getStringLength());
        } catch (DateTimeException malformed) {
            throw malformed("expected an RFC 3339 timestamp", malformed);
        }
    }

    /** Returns {@code value}, or fails where the object that just ended lacked {@code field}. */
    <T> T required(String field, @Nullable T value) {
        if (value == null) {
            throw new MalformedBodyException("a required field is missing", pointer() + "/" + field, null);
        }
        return value;
    }

    @Override
    public void close() {
        parser.close();
    }

    private void require(JsonToken expected, String inWords) {
        if (parser.currentToken() != expected) {
            throw malformed("expected " + inWords, null);
        }
    }

    private MalformedBodyException malformed(String what, @Nullable Throwable cause) {
        return new MalformedBodyException(what, pointer(), cause);
    }

    private String pointer() {
        return parser.streamReadContext().pathAsPointer().toString();
    }
}
