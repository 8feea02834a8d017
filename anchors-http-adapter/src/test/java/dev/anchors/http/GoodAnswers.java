package dev.anchors.http;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

/** What a service says on good days, in characters of one byte each. */
final class GoodAnswers {

    private GoodAnswers() {}

    /** Returns the answer to a request: there is one anchor, {@code a}, and any other that is asked for or seeded. */
    static String to(RawServer.Request request) {
        String line = request.line();
        if (line.startsWith("GET /anchors?")) {
            return json("{\"iterable\":[" + Chunks.anchor("a") + "],\"indices\":{\"a\":0}}");
        }
        if (line.startsWith("GET /anchor/")) {
            return json(Chunks.anchor(between("/anchor/", "?", line)));
        }
        if (line.startsWith("POST /anchors/create?")) {
            String body = request.body();
            return json(Chunks.anchor(body.contains("\"name\":\"") ? between("\"name\":\"", "\"", body) : "a"));
        }
        return "HTTP/1.1 204 No Content\r\n\r\n";
    }

    /** Returns the body of {@link #to}; for a removal that of a look-up. */
    static String bodyFor(RawServer.Request request) {
        String answer = to(request);
        String body = answer.substring(answer.indexOf("\r\n\r\n") + 4);
        return body.isEmpty() ? Chunks.anchor("a") : body;
    }

    static String json(String body) {
        return answer(200, "Content-Type: application/json\r\n", body);
    }

    /** Returns an answer that says how long it is. */
    static String answer(int status, String headers, String body) {
        int length = body.getBytes(ISO_8859_1).length;
        return "HTTP/1.1 " + status + " Whatever\r\n" + headers + "Content-Length: " + length + "\r\n\r\n" + body;
    }

    private static String between(String before, String behind, String text) {
        int begin = text.indexOf(before) + before.length();
        return text.substring(begin, text.indexOf(behind, begin));
    }
}
