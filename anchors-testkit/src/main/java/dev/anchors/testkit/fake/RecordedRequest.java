package dev.anchors.testkit.fake;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A request that a {@link FakePiecesOs} received.
 *
 * <p>Immutable and thread-safe. Null arguments are rejected with {@link NullPointerException}.
 */
public final class RecordedRequest {

    private static final Pattern ABSOLUTE =
            Pattern.compile("[A-Za-z][A-Za-z0-9+.-]*://(?<authority>[^/?#]*)(?<rest>.*)", Pattern.DOTALL);

    private final String method;
    private final String target;
    private final Map<String, List<String>> headers;
    private final byte[] body;

    /**
     * Creates a request.
     *
     * @param method the method, for example {@code GET}
     * @param target the request target, not decoded
     * @param headers the values of each header; headers whose names differ in case only are joined; copied
     * @param body the body; empty if there is none; copied
     */
    public RecordedRequest(String method, String target, Map<String, List<String>> headers, byte[] body) {
        this.method = Objects.requireNonNull(method, "method");
        this.target = Objects.requireNonNull(target, "target");
        this.headers = copyOf(headers);
        this.body = body.clone();
    }

    /** Returns the method, for example {@code GET}. */
    public String method() {
        return method;
    }

    /** Returns the request target as it was received, not decoded. */
    public String target() {
        return target;
    }

    /**
     * Returns the values of each header in the order of their arrival. The names are not case-sensitive. The map and its
     * lists are immutable.
     */
    public Map<String, List<String>> headers() {
        return headers;
    }

    /** Returns the first value of a header, whose name is not case-sensitive. */
    public Optional<String> header(String name) {
        return headers.getOrDefault(Objects.requireNonNull(name, "name"), List.of()).stream()
                .findFirst();
    }

    /** Returns the path of the target, not decoded: {@code /anchors}, also if the target is an absolute URL. */
    public String path() {
        String path = relativeTarget().split("\\?", 2)[0];
        return path.isEmpty() && absolute().isPresent() ? "/" : path;
    }

    /** Returns the query of the target, not decoded; empty if there is none. */
    public String query() {
        String[] pathAndQuery = relativeTarget().split("\\?", 2);
        return pathAndQuery.length == 2 ? pathAndQuery[1] : "";
    }

    /**
     * Returns the route of this request, whether the fake serves it or not; empty if the service has no such route. A HEAD
     * request has the route of the GET request.
     */
    public Optional<Route> route() {
        return Route.of(method, path());
    }

    /** Returns the body as UTF-8; empty if there is none. Malformed bytes become U+FFFD. */
    public String body() {
        return new String(body, UTF_8);
    }

    /** Returns a copy of the body; empty if there is none. */
    public byte[] bodyBytes() {
        return body.clone();
    }

    /** Returns host and port of the target if the target is an absolute URL. */
    Optional<String> authority() {
        return absolute().map(url -> url.group("authority"));
    }

    private String relativeTarget() {
        return absolute().map(url -> url.group("rest")).orElse(target);
    }

    private Optional<Matcher> absolute() {
        return Optional.of(ABSOLUTE.matcher(target)).filter(Matcher::matches);
    }

    /** Returns the method, the target and the length of the body. */
    @Override
    public String toString() {
        return "RecordedRequest[" + method + " " + target + " with " + body.length + " bytes]";
    }

    private static Map<String, List<String>> copyOf(Map<String, List<String>> headers) {
        Map<String, List<String>> copy = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        headers.forEach((name, values) ->
                copy.computeIfAbsent(name, absent -> new ArrayList<>()).addAll(values));
        copy.replaceAll((name, values) -> List.copyOf(values));
        return Collections.unmodifiableMap(copy);
    }
}
