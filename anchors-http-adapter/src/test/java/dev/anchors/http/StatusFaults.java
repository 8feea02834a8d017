package dev.anchors.http;

import static dev.anchors.http.Ending.DONE;
import static dev.anchors.http.Ending.EMPTY;
import static dev.anchors.http.Ending.FAILED;
import static dev.anchors.http.Ending.FOUND_MISSING;
import static dev.anchors.http.Ending.MALFORMED;
import static dev.anchors.http.Ending.NOT_FOUND;
import static dev.anchors.http.Ending.REFUSED;
import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.nio.charset.Charset;
import java.util.stream.Stream;

/** Responses with another status than the documented one, or with a body that the status does not allow. */
final class StatusFaults {

    private static final String TEXT = "Content-Type: text/plain\r\n";
    private static final String JSON = "Content-Type: application/json\r\n";
    private static final String IMPOSSIBLE_CHARSET = "Content-Type: text/plain; charset=\"?!\"\r\n";

    private StatusFaults() {}

    static Stream<Fault> all() {
        return Stream.of(successes(), refusals(), failures()).flatMap(faults -> faults);
    }

    private static Stream<Fault> successes() {
        return Stream.of(
                Fault.closing(
                                "204 where 200 is due, 200 where 204 is due",
                                (connection, request) -> connection.send(
                                        TestResponses.to(request).equals(TestResponses.NO_CONTENT)
                                                ? TestResponses.response(200, "", "")
                                                : TestResponses.NO_CONTENT))
                        .ends(MALFORMED),
                Fault.response("204 with a body", 204, JSON, "{\"id\":\"a\"}").ends(MALFORMED, MALFORMED, DONE),
                Fault.response("an empty 200", 200, JSON, "").ends(MALFORMED),
                Fault.response("301 to elsewhere", 301, "Location: /elsewhere\r\n", "")
                        .ends(MALFORMED),
                Fault.response("302 to elsewhere", 302, "Location: /elsewhere\r\n", "")
                        .ends(MALFORMED),
                Fault.response("304 with a body", 304, JSON, "{\"id\":\"a\"}").ends(MALFORMED),
                Fault.response("307 to elsewhere", 307, "Location: /elsewhere\r\n", "")
                        .ends(MALFORMED));
    }

    private static Stream<Fault> refusals() {
        return Stream.of(
                Fault.response("400", 400, TEXT, "no").ends(REFUSED),
                Fault.response("400 with a JSON error body", 400, JSON, "{\"error\":\"no\"}")
                        .ends(REFUSED),
                Fault.response("401", 401, "WWW-Authenticate: Basic realm=\"x\"\r\n", "")
                        .ends(REFUSED),
                Fault.response("403", 403, TEXT, "no").ends(REFUSED),
                Fault.response("429 with Retry-After", 429, "Retry-After: 1\r\n", "")
                        .ends(REFUSED),
                Fault.response("404, the route is unknown", 404, TEXT, "no").ends(REFUSED),
                Fault.ofUnknownAnchor("404, the anchor is unknown", 404)
                        .ends(REFUSED, REFUSED, NOT_FOUND)
                        .but(Invocation.FIND, EMPTY),
                Fault.response("410", 410, TEXT, "gone")
                        .ends(REFUSED, REFUSED, NOT_FOUND)
                        .but(Invocation.FIND, EMPTY));
    }

    private static Stream<Fault> failures() {
        Charset unusual = Charset.forName("UTF-32LE");
        String megabyte = new String("größe".repeat(50_000).getBytes(unusual), ISO_8859_1);
        return Stream.of(
                Fault.ofUnknownAnchor("500, the anchor is unknown", 500)
                        .ends(FAILED, FAILED, FOUND_MISSING)
                        .but(Invocation.FIND, EMPTY),
                Fault.response("500 with text", 500, TEXT, "disk full").ends(FAILED),
                Fault.response("500 with a JSON error body", 500, JSON, "{\"error\":\"disk full\",\"eventId\":\"e1\"}")
                        .ends(FAILED),
                Fault.response("500 with nothing", 500, "", "").ends(FAILED),
                Fault.response(
                                "500 with a megabyte of text in UTF-32",
                                500,
                                "Content-Type: text/plain; charset=UTF-32LE\r\n",
                                megabyte)
                        .ends(FAILED),
                Fault.response("500 with text in the charset `?!`", 500, IMPOSSIBLE_CHARSET, "disk full")
                        .ends(FAILED),
                Fault.response("502 with an HTML error page", 502, "Content-Type: text/html\r\n", "<html></html>")
                        .ends(FAILED),
                Fault.response("503 with Retry-After", 503, "Retry-After: 1\r\n", "")
                        .ends(FAILED),
                Fault.response("593", 593, TEXT, "update").ends(FAILED));
    }
}
