package dev.anchors.http.internal.json;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The malformed values of a document that were read and may still be replaced: of fields with the same name only the last
 * one counts, so that a failure is final when the object around it has ended.
 */
final class PendingFailures {

    private static final int MAX_FAILURES = 16; // so that a body cannot make many

    private final Map<String, MalformedBodyException> byPath = new LinkedHashMap<>();

    boolean isEmpty() {
        return byPath.isEmpty();
    }

    /** Adds the failure of the value at {@code path}, or throws the first one where there are too many to keep. */
    void add(String path, MalformedBodyException failure) {
        if (byPath.size() == MAX_FAILURES) {
            throw byPath.values().iterator().next();
        }
        byPath.putIfAbsent(path, failure);
    }

    /** Removes the failures of the value at {@code path} and of the values within it. */
    void removeWithin(String path) {
        byPath.keySet().removeIf(failed -> isWithin(path, failed));
    }

    /** Throws the first failure of the value at {@code path} and of the values within it, if there is one. */
    void throwFirstWithin(String path) {
        byPath.forEach((failed, failure) -> {
            if (isWithin(path, failed)) {
                throw failure;
            }
        });
    }

    private static boolean isWithin(String path, String other) {
        return other.equals(path) || other.startsWith(path + "/");
    }
}
