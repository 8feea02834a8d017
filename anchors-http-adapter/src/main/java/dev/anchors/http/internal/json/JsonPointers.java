package dev.anchors.http.internal.json;

import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.TokenStreamContext;

/** Describes positions in a document as JSON pointers (RFC 6901) of bounded length. */
final class JsonPointers {

    private static final int MAX_LEVELS = 12; // the fields that are read are at most 9 levels deep
    private static final String UNKNOWN_NAME = "/*";

    private JsonPointers() {}

    /**
     * Returns the position. At a name that is not a known field the pointer ends with {@code *} in the place of the name,
     * since the name may be private data.
     */
    static String of(TokenStreamContext position) {
        StringBuilder pointer = new StringBuilder();
        int levels = 0;
        for (TokenStreamContext level : outermostFirst(position)) {
            String segment = segment(level);
            pointer.append(segment);
            if (segment.equals(UNKNOWN_NAME) || ++levels > MAX_LEVELS) {
                break;
            }
        }
        return pointer.toString();
    }

    private static String segment(TokenStreamContext level) {
        if (!level.hasPathSegment()) {
            return ""; // before the first name or element
        }
        if (level.inArray()) {
            return "/" + level.getCurrentIndex();
        }
        String name = level.currentName();
        return Field.of(name) == Field.UNKNOWN ? UNKNOWN_NAME : "/" + name;
    }

    private static Deque<TokenStreamContext> outermostFirst(TokenStreamContext position) {
        Deque<TokenStreamContext> levels = new ArrayDeque<>();
        for (@Nullable TokenStreamContext level = position; level != null; level = level.getParent()) {
            levels.addFirst(level);
        }
        return levels;
    }
}
