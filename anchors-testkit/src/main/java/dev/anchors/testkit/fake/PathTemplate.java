package dev.anchors.testkit.fake;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** A path in which names in braces are parameters that match one segment. Immutable. */
final class PathTemplate {

    private final String text;
    private final String[] segments;

    PathTemplate(String text) {
        this.text = text;
        segments = text.split("/", -1);
    }

    /**
     * Returns the value of each parameter, not decoded; empty if the path does not match. Segments are compared before they
     * are decoded, so that an encoded slash separates nothing.
     */
    Optional<Map<String, String>> parameters(String path) {
        String[] actual = path.split("/", -1);
        if (segments.length != actual.length) {
            return Optional.empty();
        }
        Map<String, String> parameters = new HashMap<>();
        for (int i = 0; i < segments.length; i++) {
            if (segments[i].startsWith("{")) {
                parameters.put(segments[i].substring(1, segments[i].length() - 1), actual[i]);
            } else if (!segments[i].equals(actual[i])) {
                return Optional.empty();
            }
        }
        return Optional.of(parameters);
    }

    /** Returns the template as the OpenAPI document has it. */
    @Override
    public String toString() {
        return text;
    }
}
