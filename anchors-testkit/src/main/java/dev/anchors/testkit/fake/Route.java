package dev.anchors.testkit.fake;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The operations that a {@link FakePiecesOs} serves, as the wire description has them. */
public enum Route {
    /** The probe with which clients look for the service. */
    HEALTH("GET", "/.well-known/health"),
    /** All anchors. */
    SNAPSHOT("GET", "/anchors"),
    /** A new anchor. */
    CREATE("POST", "/anchors/create"),
    /** The end of an anchor. */
    DELETE("POST", "/anchors/{anchor}/delete"),
    /** One anchor. */
    FIND("GET", "/anchor/{anchor}"),
    /** The end of a link, in releases before 2.3.0. */
    DISASSOCIATE_DOCUMENTED("POST", "/anchors/{anchor}/assets/delete/{asset}"),
    /** The end of a link, in releases from 2.2.0 on. */
    DISASSOCIATE_CURRENT("POST", "/anchor/{anchor}/assets/disassociate/{asset}");

    private final String method;
    private final String path;

    Route(String method, String path) {
        this.method = method;
        this.path = path;
    }

    /** The method, for example {@code GET}. */
    public String method() {
        return method;
    }

    /** The path; a segment in braces stands for any one segment and names it. */
    public String path() {
        return path;
    }

    /**
     * Returns the route that a request asks for.
     *
     * @param path without a query, with nothing decoded
     */
    static Optional<Route> of(String method, String path) {
        return Arrays.stream(values())
                .filter(route ->
                        route.method.equals(method) && route.parameters(path).isPresent())
                .findFirst();
    }

    /**
     * Returns what stands for each name in braces, not decoded; empty if the path is none of this route. It compares
     * segment by segment before anything is decoded, so that an encoded slash is no separator.
     */
    Optional<Map<String, String>> parameters(String requested) {
        String[] expected = path.split("/", -1);
        String[] actual = requested.split("/", -1);
        if (expected.length != actual.length) {
            return Optional.empty();
        }
        Map<String, String> parameters = new HashMap<>();
        for (int i = 0; i < expected.length; i++) {
            if (expected[i].startsWith("{")) {
                parameters.put(expected[i].substring(1, expected[i].length() - 1), actual[i]);
            } else if (!expected[i].equals(actual[i])) {
                return Optional.empty();
            }
        }
        return Optional.of(parameters);
    }
}
