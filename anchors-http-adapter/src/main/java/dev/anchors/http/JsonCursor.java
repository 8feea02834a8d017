package dev.anchors.http;

import java.io.CharConversionException;
import java.io.IOException;
import java.io.InputStream;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.ErrorReportConfiguration;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.TokenStreamFactory;
import tools.jackson.core.exc.InputCoercionException;
import tools.jackson.core.exc.JacksonIOException;
import tools.jackson.core.json.JsonFactory;

/**
 * Walks forward over one JSON document. Null stands for absence and is never seen; a value of the wrong type, or one
 * that means nothing, is an {@link UnreadableAnswerException} that says where it is and not what it is.
 */
final class JsonCursor implements AutoCloseable {

    private static final JsonFactory FACTORY = JsonFactory.builder()
            // the connection is worth more than the stream: whoever opened it knows when to close it
            .disable(StreamReadFeature.AUTO_CLOSE_SOURCE)
            // every index is an id, so the names of a document have no end, and a table of them would only grow
            .disable(TokenStreamFactory.Feature.CANONICALIZE_PROPERTY_NAMES)
            .errorReportConfiguration(ErrorReportConfiguration.builder()
                    .maxErrorTokenLength(0)
                    .maxRawContentLength(0)
                    .build())
            .build();

    private static final double EXACT_IN_DOUBLE = 1L << 53;

    private final JsonParser parser;

    private JsonCursor(JsonParser parser) {
        this.parser = parser;
    }

    /** Something to do with a cursor. */
    @FunctionalInterface
    interface Step<T> {
        T take(JsonCursor json);
    }

    /** Stands before the document that {@code body} holds, which stays open when the cursor is closed. */
    static JsonCursor over(InputStream body) throws IOException {
        try {
            return new JsonCursor(FACTORY.createParser(ObjectReadContext.empty(), body));
        } catch (JacksonIOException broken) {
            throw reason(broken, "");
        }
    }

    /**
     * Takes a step, and tells a broken connection from a broken document, which the parser both reports unchecked.
     *
     * @throws IOException if the body could not be read to where the step ends
     * @throws UnreadableAnswerException if it is no JSON there, or not of the shape that the step expects
     */
    <T> T take(Step<T> step) throws IOException {
        try {
            return step.take(this);
        } catch (JacksonIOException broken) {
            throw reason(broken, pointer());
        } catch (JacksonException malformed) {
            throw unreadable("the body is no valid JSON", malformed);
        }
    }

    /** Goes to the value of the document. */
    void begin() {
        if (parser.nextToken() == null) {
            throw unreadable("the body is empty", null);
        }
    }

    /** Goes behind the document, to the very end of the body. */
    void end() {
        if (parser.nextToken() != null) {
            throw unreadable("the body goes on behind the JSON document", null);
        }
    }

    /** Enters the object that is the value. */
    void enterObject() {
        demand(JsonToken.START_OBJECT, "an object");
    }

    /** Goes to the value of the next field; false at the end of the object. */
    boolean nextField() {
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
            if (parser.nextToken() != JsonToken.VALUE_NULL) {
                return true;
            }
        }
        return false;
    }

    /** The name of the field. */
    String field() {
        return parser.currentName();
    }

    /** Enters the array that is the value. */
    void enterArray() {
        demand(JsonToken.START_ARRAY, "an array");
    }

    /** Goes to the next element; false at the end of the array. */
    boolean nextElement() {
        JsonToken token = parser.nextToken();
        while (token == JsonToken.VALUE_NULL) {
            token = parser.nextToken();
        }
        return token != JsonToken.END_ARRAY;
    }

    /** Goes behind the value, whatever it is. */
    void skip() {
        parser.skipChildren();
    }

    String text() {
        demand(JsonToken.VALUE_STRING, "a string");
        return parser.getString();
    }

    /** Returns text that can name something, as the domain sees it. */
    String name() {
        String name = text();
        if (name.isBlank() || name.indexOf('\0') >= 0) {
            throw unreadable("expected text that is not blank and without NUL", null);
        }
        return name;
    }

    boolean flag() {
        if (parser.currentToken() == JsonToken.VALUE_TRUE) {
            return true;
        }
        demand(JsonToken.VALUE_FALSE, "a boolean");
        return false;
    }

    /** Returns a whole number, in whichever way it is written. */
    long integer() {
        if (parser.currentToken() == JsonToken.VALUE_NUMBER_FLOAT) {
            double number = parser.getDoubleValue();
            if (number != Math.rint(number) || Math.abs(number) > EXACT_IN_DOUBLE) {
                throw unreadable("expected a whole number", null);
            }
            return (long) number;
        }
        demand(JsonToken.VALUE_NUMBER_INT, "a whole number");
        try {
            return parser.getLongValue();
        } catch (InputCoercionException tooLarge) {
            throw unreadable("expected a whole number of 64 bits", tooLarge);
        }
    }

    Instant instant() {
        demand(JsonToken.VALUE_STRING, "a string");
        try {
            return Timestamps.parse(parser.getStringCharacters(), parser.getStringOffset(), parser.getStringLength());
        } catch (DateTimeException malformed) {
            throw unreadable("expected an RFC 3339 timestamp", malformed);
        }
    }

    /** Returns the value of a field of the object that just ended, which is null where the object lacked it. */
    <T> T required(String field, @Nullable T value) {
        if (value == null) {
            throw new UnreadableAnswerException("a required field is missing", pointer() + "/" + field, null);
        }
        return value;
    }

    @Override
    public void close() {
        parser.close();
    }

    private static IOException reason(JacksonIOException broken, String pointer) {
        IOException reason = Objects.requireNonNull(broken.getCause());
        if (reason instanceof CharConversionException) {
            throw new UnreadableAnswerException("the body is in no encoding of JSON", pointer, broken);
        }
        return reason;
    }

    private void demand(JsonToken expected, String inWords) {
        if (parser.currentToken() != expected) {
            throw unreadable("expected " + inWords, null);
        }
    }

    private UnreadableAnswerException unreadable(String what, @Nullable Throwable cause) {
        return new UnreadableAnswerException(what, pointer(), cause);
    }

    private String pointer() {
        return parser.streamReadContext().pathAsPointer().toString();
    }
}
