package dev.anchors.http;

import java.io.CharConversionException;
import java.io.IOException;
import java.io.InputStream;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.exc.InputCoercionException;
import tools.jackson.core.exc.JacksonIOException;
import tools.jackson.core.sym.PropertyNameMatcher;
import tools.jackson.core.util.Named;

/**
 * Walks forward over one JSON document. Null stands for absence and is never seen; a value of the wrong type, or one
 * that means nothing, is an {@link UnreadableAnswerException} that says where it is and not what it is.
 */
final class JsonCursor implements AutoCloseable {

    private static final JsonParsers PARSERS = new JsonParsers();

    private static final Field[] FIELDS = Field.values();

    /** Finds the place of a field among the fields without making a string of its name. */
    private static final PropertyNameMatcher NAMES = PARSERS.constructNameMatcher(
            Stream.of(FIELDS)
                    .filter(field -> field != Field.OTHER)
                    .map(field -> Named.fromString(field.wireName()))
                    .toList(),
            false);

    private static final String NO_NAME = "expected text that is not blank and without NUL";
    private static final double EXACT_IN_DOUBLE = 1L << 53;

    private final JsonParser parser;
    private final RecentWords words = new RecentWords();
    private Field field = Field.OTHER;

    private JsonCursor(JsonParser parser) {
        this.parser = parser;
    }

    /** Something to do with a cursor. */
    @FunctionalInterface
    interface Step<T extends @Nullable Object> {
        T take(JsonCursor json);
    }

    /** Stands before the document that {@code body} holds, which stays open when the cursor is closed. */
    static JsonCursor over(InputStream body) throws IOException {
        try {
            return new JsonCursor(PARSERS.createParser(ObjectReadContext.empty(), body));
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
    <T extends @Nullable Object> T take(Step<T> step) throws IOException {
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
        int place = parser.nextNameMatch(NAMES);
        while (place >= 0 || parser.currentToken() == JsonToken.PROPERTY_NAME) {
            if (parser.nextToken() != JsonToken.VALUE_NULL) {
                field = place >= 0 ? FIELDS[place] : Field.OTHER;
                return true;
            }
            place = parser.nextNameMatch(NAMES);
        }
        return false;
    }

    /** The field to whose value {@link #nextField} went last. */
    Field field() {
        return field;
    }

    /**
     * Enters the object that is the value, and passes over entries of it that are whole numbers, none of them negative;
     * not over all of them as a rule, but over nearly all.
     */
    void enterNumbers() {
        enterObject();
        if (parser instanceof IndexSkippingParser skipping) {
            skipping.skipSimpleEntries();
        }
    }

    /** Goes to the value of the next field of an object whose fields are named by ids. */
    boolean nextEntry() {
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
            if (parser.nextToken() != JsonToken.VALUE_NULL) {
                return true;
            }
        }
        return false;
    }

    /** The name of the field to whose value {@link #nextEntry} went last. */
    String entry() {
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

    /** Returns text that is likely to come again in the document; then it is not held twice. */
    String word() {
        return optionalWord().get();
    }

    /** Returns the same, in an optional that is not held twice either. */
    Optional<String> optionalWord() {
        demand(JsonToken.VALUE_STRING, "a string");
        return words.of(parser.getStringCharacters(), parser.getStringOffset(), parser.getStringLength());
    }

    /** Returns what is named by the text; the domain says what can name something. */
    <T> T named(Function<String, T> make) {
        try {
            return make.apply(text());
        } catch (IllegalArgumentException refused) { // which shows the name, and so is no cause to keep
            throw unreadable(NO_NAME, null);
        }
    }

    /** Returns a word that can name something. */
    String namingWord() {
        String word = word();
        if (word.isBlank() || word.indexOf('\0') >= 0) {
            throw unreadable(NO_NAME, null);
        }
        return word;
    }

    /** Returns {@code known} if it has that name, as it has as a rule, and else what is named by the text. */
    <T> T sameOrNamed(@Nullable T known, Function<T, String> name, Function<String, T> make) {
        demand(JsonToken.VALUE_STRING, "a string");
        return known != null && isText(name.apply(known)) ? known : named(make);
    }

    private boolean isText(String expected) {
        return RecentWords.isSame(
                expected, parser.getStringCharacters(), parser.getStringOffset(), parser.getStringLength());
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
