package dev.anchors.testkit.fake;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A request as a {@link FakePiecesOs} received it. Immutable.
 *
 * @param method the method, for example {@code GET}
 * @param target the path and query as on the wire, with nothing decoded
 * @param headers the values of each header in the order they came; names are looked up in any letter case; immutable
 * @param body the body read as UTF-8; empty for none
 */
public record RecordedRequest(String method, String target, Map<String, List<String>> headers, String body) {

    /** Refuses null and copies the headers; names that differ in letter case alone become one. */
    public RecordedRequest {
        Objects.requireNonNull(method, "method");
        Objects.requireNonNull(target, "target");
        Objects.requireNonNull(body, "body");
        headers = copyOf(headers);
    }

    /** The first value of the header of that name, in any letter case. */
    public Optional<String> header(String name) {
        return headers.getOrDefault(Objects.requireNonNull(name, "name"), List.of()).stream()
                .findFirst();
    }

    /** The target up to the question mark, with nothing decoded. */
    public String path() {
        return target.split("\\?", 2)[0];
    }

    /** The target after the question mark, with nothing decoded; empty where there is none. */
    public String query() {
        return target.substring(Math.min(target.length(), path().length() + 1));
    }

    /** The route it asks for, whether that fake knows it or not; empty for no route of the service. */
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
