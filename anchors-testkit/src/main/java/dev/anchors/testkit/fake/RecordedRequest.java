package dev.anchors.testkit.fake;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A request that a {@link FakePiecesOs} received. Immutable. Null arguments are rejected with
 * {@link NullPointerException}.
 *
 * @param method the method, for example {@code GET}
 * @param target the path and the query as received, not decoded
 * @param headers the values of each header in the order of their arrival; names are not case-sensitive; immutable
 * @param body the body as UTF-8; empty if there is none
 */
public record RecordedRequest(String method, String target, Map<String, List<String>> headers, String body) {

    /** Copies the headers and joins those whose names differ in case only. */
    public RecordedRequest {
        Objects.requireNonNull(method, "method");
        Objects.requireNonNull(target, "target");
        Objects.requireNonNull(body, "body");
        headers = copyOf(headers);
    }

    /** Returns the first value of a header, whose name is not case-sensitive. */
    public Optional<String> header(String name) {
        return headers.getOrDefault(Objects.requireNonNull(name, "name"), List.of()).stream()
                .findFirst();
    }

    /** Returns the target up to the question mark, not decoded. */
    public String path() {
        return target.split("\\?", 2)[0];
    }

    /** Returns the target after the question mark, not decoded; empty if there is no query. */
    public String query() {
        return target.substring(Math.min(target.length(), path().length() + 1));
    }

    /** Returns the route of this request, whether the fake serves it or not; empty if the service has no such route. */
    public Optional<Route> route() {
        return Route.of(method, path());
    }

    private static Map<String, List<String>> copyOf(Map<String, List<String>> headers) {
        Map<String, List<String>> copy = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        headers.forEach((name, values) ->
                copy.computeIfAbsent(name, absent -> new ArrayList<>()).addAll(values));
        copy.replaceAll((name, values) -> List.copyOf(values));
        return Collections.unmodifiableMap(copy);
    }
}
