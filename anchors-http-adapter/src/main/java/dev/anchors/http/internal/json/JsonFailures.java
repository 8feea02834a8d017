package dev.anchors.http.internal.json;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;

/**
 * The failures of one document, each at the position of the parser.
 *
 * <p>Of fields with the same name only the last one counts, so that a malformed value may still be replaced: its failure
 * is kept until the object around the value has ended and is then thrown by {@link #check}.
 */
final class JsonFailures {

    /** Describes a field without which an object means nothing. */
    static final String MISSING = "a required field is missing, null or blank";

    private static final int MAX_FAILURES = 100; // failures are slow, so that a document with many is refused at once

    private final JsonParser parser;
    private final Map<String, MalformedBodyException> keptByPath = new LinkedHashMap<>();
    private int failures;

    JsonFailures(JsonParser parser) {
        this.parser = parser;
    }

    /** Keeps the failure of the current value, or throws the failure if the document had too many. */
    void keep(String what) {
        keep(path(), malformed(what, null));
    }

    /** Keeps the failure of an object that just ended and lacks {@code field}. */
    void keepMissing(String field) {
        keep(path() + "/" + field, missing(field));
    }

    private void keep(String path, MalformedBodyException failure) {
        if (++failures > MAX_FAILURES) {
            throw failure;
        }
        keptByPath.putIfAbsent(path, failure);
    }

    /** Forgets the failures of an earlier field with the name of the current field, which replaces it. */
    void forgetReplaced() {
        if (!keptByPath.isEmpty()) {
            String replaced = path();
            keptByPath.keySet().removeIf(path -> isWithin(replaced, path));
        }
    }

    /** Throws the first failure within the value that just ended, if one is kept. */
    void check() {
        if (!keptByPath.isEmpty()) {
            String ended = path();
            keptByPath.forEach((path, failure) -> {
                if (isWithin(ended, path)) {
                    throw failure;
                }
            });
        }
    }

    /** Returns the failure of an object that just ended and lacks {@code field}. */
    MalformedBodyException missing(String field) {
        return new MalformedBodyException(MISSING, pointer() + "/" + field, null);
    }

    /** Returns a failure at the current position. */
    MalformedBodyException malformed(String what, @Nullable Throwable cause) {
        return new MalformedBodyException(what, pointer(), cause);
    }

    private String pointer() {
        return JsonPointers.of(parser.streamReadContext());
    }

    /** Returns the exact position, which is not for messages: names of the body may be private data. */
    private String path() {
        return parser.streamReadContext().pathAsPointer().toString();
    }

    private static boolean isWithin(String outer, String path) {
        return path.equals(outer) || path.startsWith(outer + "/");
    }
}
