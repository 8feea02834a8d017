package dev.anchors.testkit.fake;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The response headers by which a browser lets a web page of an allowed origin use a fake (Cross-Origin Resource Sharing). */
final class Cors {

    private Cors() {}

    /** Returns the headers of the response to a request; none if the request comes from no web page. */
    static Map<String, String> headers(RecordedRequest request) {
        return request.header("Origin")
                .map(origin -> Map.of("Access-Control-Allow-Origin", origin, "Vary", "Origin"))
                .orElse(Map.of());
    }

    /** Returns the response to an OPTIONS request: the allowed methods, and what a preflight request asks for. */
    static Reply options(RecordedRequest request, List<String> methods) {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("Allow", String.join(", ", methods));
        if (request.header("Access-Control-Request-Method").isPresent()) {
            headers.put("Access-Control-Allow-Methods", String.join(", ", methods));
        }
        request.header("Access-Control-Request-Headers")
                .ifPresent(names -> headers.put("Access-Control-Allow-Headers", names));
        return Reply.empty(204).withDefaultHeaders(headers);
    }
}
