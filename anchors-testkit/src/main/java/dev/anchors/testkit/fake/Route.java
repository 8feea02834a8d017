package dev.anchors.testkit.fake;

import dev.anchors.domain.MaterialKind;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The operations that a {@link FakePiecesOs} serves, as {@link FakePiecesOs#openApi()} describes them. */
public enum Route {
    /** Reports that the service is running. */
    HEALTH("GET", "/.well-known/health"),
    /** Returns all anchors. */
    SNAPSHOT("GET", "/anchors"),
    /** Creates an anchor. */
    CREATE("POST", "/anchors/create"),
    /** Deletes an anchor. */
    DELETE("POST", "/anchors/{anchor}/delete"),
    /** Returns one anchor. */
    FIND("GET", "/anchor/{anchor}"),
    /** Removes the link to an asset, in releases before 2.3.0. */
    DISASSOCIATE_DOCUMENTED(
            "POST", "/anchors/{anchor}/" + MaterialNames.of(MaterialKind.ASSET).path("delete")),
    /** Removes the link to an asset, in releases since 2.2.0. */
    DISASSOCIATE_CURRENT(
            "POST", "/anchor/{anchor}/" + MaterialNames.of(MaterialKind.ASSET).path("disassociate"));

    private final String method;
    private final String path;

    Route(String method, String path) {
        this.method = method;
        this.path = path;
    }

    /** Returns the method, for example {@code GET}. The routes of GET serve HEAD, too. */
    public String method() {
        return method;
    }

    /** Returns the path template. A name in braces is a parameter that matches one segment. */
    public String path() {
        return path;
    }

    /**
     * Returns the route of a request. A HEAD request belongs to the route of the GET request.
     *
     * @param path without a query, not decoded
     */
    static Optional<Route> of(String method, String path) {
        return Arrays.stream(values())
                .filter(route -> route.methods().contains(method))
                .filter(route -> route.parameters(path).isPresent())
                .findFirst();
    }

    /** Returns the methods of the requests for this route: HEAD is served wherever GET is. */
    List<String> methods() {
        return method.equals("GET") ? List.of("GET", "HEAD") : List.of(method);
    }

    /**
     * Returns the value of each path parameter, not decoded; empty if the path does not match this route. Segments are
     * compared before they are decoded, so that an encoded slash separates nothing.
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
