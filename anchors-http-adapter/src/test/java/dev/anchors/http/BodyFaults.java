package dev.anchors.http;

import static dev.anchors.http.Ending.BOTH;
import static dev.anchors.http.Ending.DONE;
import static dev.anchors.http.Ending.MALFORMED;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;

/** Responses with status 200 and another body than the documented one. An operation that expects 204 reads no body. */
final class BodyFaults {

    private static final String OK = "HTTP/1.1 200 OK\r\n";
    private static final String JSON = "Content-Type: application/json\r\n";
    private static final String GZIP = JSON + "Content-Encoding: gzip\r\n";

    private BodyFaults() {}

    static Stream<Fault> all() {
        return Stream.of(readable(), malformed(), misplaced()).flatMap(faults -> faults);
    }

    private static Stream<Fault> readable() {
        return Stream.of(
                ofGood("wrong content type", "Content-Type: text/html\r\n", body -> body),
                ofGood("no content type", "", body -> body),
                ofGood("200 with the charset `?!`", "Content-Type: application/json; charset=\"?!\"\r\n", body -> body),
                ofGood("BOM before the JSON", JSON, body -> bytes("\ufeff" + body)));
    }

    private static Stream<Fault> malformed() {
        String anchor = ChunkedAnchors.anchor("a");
        return Stream.of(
                        Fault.response("HTML page", 200, "Content-Type: text/html\r\n", "<html></html>"),
                        endless("endless body", " ".repeat(0x400)),
                        endless("number of a gigabyte", "1".repeat(0x400)),
                        Fault.closing("body over the limit", (connection, request) -> {
                            connection.send(OK + "Content-Length: 1000001\r\n\r\n{");
                            connection.awaitClose();
                        }),
                        Fault.response("gzip", 200, GZIP, gzip(anchor)),
                        Fault.response("gzip that does not say so", 200, JSON, gzip(anchor)),
                        Fault.response("gzip bomb", 200, GZIP, gzip(" ".repeat(10_000_000))),
                        Fault.response("UTF-16", 200, JSON, new String(anchor.getBytes(UTF_16), ISO_8859_1)),
                        Fault.response("broken JSON", 200, JSON, "{\"iterable\":[,"),
                        Fault.response("more behind the JSON", 200, JSON, anchor + anchor),
                        Fault.response("JSON nested 100,000 deep", 200, JSON, "{\"x\":" + "[".repeat(100_000)),
                        Fault.response("JSON that is no object", 200, JSON, "[]"),
                        Fault.response("JSON of the wrong type", 200, JSON, "{\"id\":7,\"iterable\":{}}"),
                        Fault.response("JSON without ids", 200, JSON, "{\"iterable\":[{}]}"))
                .map(fault -> fault.ends(MALFORMED));
    }

    /** Well-formed JSON that cannot be the response. */
    private static Stream<Fault> misplaced() {
        String a = ChunkedAnchors.anchor("a");
        return Stream.of(
                Fault.response("200 with a JSON error body", 200, JSON, "{\"error\":\"no\"}")
                        .ends(MALFORMED),
                Fault.response("two anchors of the same id", 200, JSON, "{\"iterable\":[" + a + "," + a + "]}")
                        .but(Invocation.SNAPSHOT, MALFORMED)
                        .but(Invocation.STREAM, BOTH));
    }

    private static Fault ofGood(String name, String headers, UnaryOperator<String> change) {
        Fault.Script script = (connection, request) ->
                connection.send(TestResponses.response(200, headers, change.apply(TestResponses.bodyFor(request))));
        return Fault.closing(name, script).ends(DONE, DONE, MALFORMED);
    }

    private static Fault endless(String name, String piece) {
        return Fault.closing(name, (connection, request) -> {
            connection.send(OK + "Transfer-Encoding: chunked\r\n\r\n" + ChunkedAnchors.chunk("{\"x\":"));
            while (true) {
                connection.send(ChunkedAnchors.chunk(piece));
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
