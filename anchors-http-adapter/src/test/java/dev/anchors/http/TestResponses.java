package dev.anchors.http;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

/** Complete responses of a service, as text of which each character is one byte. */
final class TestResponses {

    /** The response to a removal that was done. */
    static final String NO_CONTENT = "HTTP/1.1 204 No Content\r\n\r\n";

    /** The response to a snapshot of a service without anchors. */
    static final String NO_ANCHORS = json("{\"iterable\":[]}");

    private static final String END_OF_HEAD = "\r\n\r\n";

    private TestResponses() {}

    /**
     * Returns the right response to a request. The service has one anchor, {@code a}, and every anchor that is looked
     * up. A seed becomes an anchor whose id is the name of the seed, or {@code a}.
     */
    static String to(RawConnection.Request request) {
        String line = request.line();
        if (line.startsWith("GET /anchors?")) {
            return json("{\"iterable\":[" + ChunkedAnchors.anchor("a") + "],\"indices\":{\"a\":0}}");
        }
        if (line.startsWith("GET /anchor/")) {
            return json(ChunkedAnchors.anchor(between("/anchor/", "?", line)));
        }
        if (line.startsWith("POST /anchors/create?")) {
            String body = request.body();
            return json(ChunkedAnchors.anchor(body.contains("\"name\":\"") ? between("\"name\":\"", "\"", body) : "a"));
        }
        return NO_CONTENT;
    }

    /** Returns the body of the right response to a request; for a removal the body of the response to a look-up. */
    static String bodyFor(RawConnection.Request request) {
        String response = to(request);
        String body = response.substring(endOfHead(response));
        return body.isEmpty() ? ChunkedAnchors.anchor("a") : body;
    }

    /** Returns the head of a response, with the empty line that ends it. */
    static String headOf(String response) {
        return response.substring(0, endOfHead(response));
    }

    static String json(String body) {
        return response(200, "Content-Type: application/json\r\n", body);
    }

    /** Returns a response with a Content-Length. */
    static String response(int status, String headers, String body) {
        int length = body.getBytes(ISO_8859_1).length;
        return "HTTP/1.1 " + status + " Reason\r\n" + headers + "Content-Length: " + length + END_OF_HEAD + body;
    }

    private static int endOfHead(String response) {
        return response.indexOf(END_OF_HEAD) + END_OF_HEAD.length();
    }

    private static String between(String before, String behind, String text) {
        int begin = text.indexOf(before) + before.length();
        return text.substring(begin, text.indexOf(behind, begin));
    }
}
