package dev.anchors.http;

import static dev.anchors.http.Ending.BOTH;
import static dev.anchors.http.Ending.DONE;
import static dev.anchors.http.Ending.UNREADABLE;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;

/** Answers of status 200 with another body than the documented one. An operation that is due 204 reads none of them. */
final class BodyFaults {

    private static final String OK = "HTTP/1.1 200 OK\r\n";
    private static final String JSON = "Content-Type: application/json\r\n";
    private static final String GZIP = JSON + "Content-Encoding: gzip\r\n";

    private BodyFaults() {}

    static Stream<Fault> all() {
        return Stream.of(readable(), unreadable(), misplaced()).flatMap(faults -> faults);
    }

    private static Stream<Fault> readable() {
        return Stream.of(
                ofGood("wrong content type", "Content-Type: text/html\r\n", body -> body),
                ofGood("no content type", "", body -> body),
                ofGood("BOM before the JSON", JSON, body -> bytes("\ufeff" + body)),
                ofGood("UTF-16", JSON, body -> new String(body.getBytes(UTF_16), ISO_8859_1)));
    }

    private static Stream<Fault> unreadable() {
        String anchor = Chunks.anchor("a");
        return Stream.of(
                        Fault.answer("HTML page", 200, "Content-Type: text/html\r\n", "<html></html>"),
                        endless("endless body", " ".repeat(0x400)),
                        endless("number of a gigabyte", "1".repeat(0x400)),
                        Fault.then("body over the limit", (client, request) -> {
                            client.say(OK + "Content-Length: 1000001\r\n\r\n{");
                            client.awaitEnd();
                        }),
                        Fault.answer("gzip", 200, GZIP, gzip(anchor)),
                        Fault.answer("gzip that does not say so", 200, JSON, gzip(anchor)),
                        Fault.answer("gzip bomb", 200, GZIP, gzip(" ".repeat(10_000_000))),
                        Fault.answer("broken JSON", 200, JSON, "{\"iterable\":[,"),
                        Fault.answer("more behind the JSON", 200, JSON, anchor + anchor),
                        Fault.answer("JSON nested 100,000 deep", 200, JSON, "{\"x\":" + "[".repeat(100_000)),
                        Fault.answer("JSON that is no object", 200, JSON, "[]"),
                        Fault.answer("JSON of the wrong type", 200, JSON, "{\"id\":7,\"iterable\":{}}"),
                        Fault.answer("JSON without ids", 200, JSON, "{\"iterable\":[{}]}"))
                .map(fault -> fault.ends(UNREADABLE));
    }

    /** JSON as it should be, which cannot be the answer. */
    private static Stream<Fault> misplaced() {
        String a = Chunks.anchor("a");
        return Stream.of(
                Fault.answer("200 with a JSON error body", 200, JSON, "{\"error\":\"no\"}")
                        .ends(UNREADABLE),
                Fault.answer("two anchors of the same id", 200, JSON, "{\"iterable\":[" + a + "," + a + "]}")
                        .but(Invocation.SNAPSHOT, UNREADABLE)
                        .but(Invocation.STREAM, BOTH));
    }

    private static Fault ofGood(String name, String headers, UnaryOperator<String> change) {
        Fault.Script script = (client, request) ->
                client.say(GoodAnswers.answer(200, headers, change.apply(GoodAnswers.bodyFor(request))));
        return Fault.then(name, script).ends(DONE, DONE, UNREADABLE);
    }

    private static Fault endless(String name, String piece) {
        return Fault.then(name, (client, request) -> {
            client.say(OK + "Transfer-Encoding: chunked\r\n\r\n" + Chunks.of("{\"x\":"));
            while (true) {
                client.say(Chunks.of(piece));
            }
        });
    }

    private static String bytes(String text) {
        return new String(text.getBytes(UTF_8), ISO_8859_1);
    }

    private static String gzip(String text) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
            out.write(text.getBytes(UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toString(ISO_8859_1);
    }
}
