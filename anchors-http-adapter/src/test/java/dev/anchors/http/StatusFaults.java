package dev.anchors.http;

import static dev.anchors.http.Ending.DONE;
import static dev.anchors.http.Ending.EMPTY;
import static dev.anchors.http.Ending.FAILED;
import static dev.anchors.http.Ending.FOUND_MISSING;
import static dev.anchors.http.Ending.NOT_FOUND;
import static dev.anchors.http.Ending.REFUSED;
import static dev.anchors.http.Ending.UNREADABLE;
import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.nio.charset.Charset;
import java.util.stream.Stream;

/** Answers of another status than the documented one, or with another body than the status allows. */
final class StatusFaults {

    private static final String TEXT = "Content-Type: text/plain\r\n";
    private static final String JSON = "Content-Type: application/json\r\n";

    private StatusFaults() {}

    static Stream<Fault> all() {
        return Stream.concat(successes(), failures());
    }

    private static Stream<Fault> successes() {
        return Stream.of(
                Fault.then(
                                "204 where 200 is due, 200 where 204 is due",
                                (client, request) -> client.say(
                                        GoodAnswers.to(request).contains(" 204 ")
                                                ? GoodAnswers.answer(200, "", "")
                                                : "HTTP/1.1 204 No Content\r\n\r\n"))
                        .ends(UNREADABLE),
                Fault.answer("204 with a body", 204, JSON, "{\"id\":\"a\"}").ends(UNREADABLE, UNREADABLE, DONE),
                Fault.answer("an empty 200", 200, JSON, "").ends(UNREADABLE),
                Fault.answer("301 to elsewhere", 301, "Location: /elsewhere\r\n", "")
                        .ends(UNREADABLE),
                Fault.answer("302 to elsewhere", 302, "Location: /elsewhere\r\n", "")
                        .ends(UNREADABLE),
                Fault.answer("307 to elsewhere", 307, "Location: /elsewhere\r\n", "")
                        .ends(UNREADABLE));
    }

    private static Stream<Fault> failures() {
        Charset strange = Charset.forName("UTF-32LE");
        String megabyte = new String("größe".repeat(50_000).getBytes(strange), ISO_8859_1);
        return Stream.of(
                Fault.answer("400", 400, TEXT, "no").ends(REFUSED),
                Fault.answer("400 with a JSON error body", 400, JSON, "{\"error\":\"no\"}")
                        .ends(REFUSED),
                Fault.answer("401", 401, "WWW-Authenticate: Basic realm=\"x\"\r\n", "")
                        .ends(REFUSED),
                Fault.answer("403", 403, TEXT, "no").ends(REFUSED),
                Fault.answer("429 with Retry-After", 429, "Retry-After: 1\r\n", "")
                        .ends(REFUSED),
                Fault.answer("404, the route is unknown", 404, TEXT, "no").ends(REFUSED),
                Fault.ofUnknownAnchor("404, the anchor is unknown", 404)
                        .ends(REFUSED, REFUSED, NOT_FOUND)
                        .but(Invocation.FIND, EMPTY),
                Fault.answer("410", 410, TEXT, "gone")
                        .ends(REFUSED, REFUSED, NOT_FOUND)
                        .but(Invocation.FIND, EMPTY),
                Fault.ofUnknownAnchor("500, the anchor is unknown", 500)
                        .ends(FAILED, FAILED, FOUND_MISSING)
                        .but(Invocation.FIND, EMPTY),
                Fault.answer("500 with text", 500, TEXT, "disk full").ends(FAILED),
                Fault.answer("500 with nothing", 500, "", "").ends(FAILED),
                Fault.answer(
                                "500 with a megabyte of text in a strange charset",
                                500,
                                "Content-Type: text/plain; charset=UTF-32LE\r\n",
                                megabyte)
                        .ends(FAILED),
                Fault.answer("502 with an HTML error page", 502, "Content-Type: text/html\r\n", "<html></html>")
                        .ends(FAILED),
                Fault.answer("503 with Retry-After", 503, "Retry-After: 1\r\n", "")
                        .ends(FAILED));
    }
}
