package dev.anchors.http;

import static dev.anchors.http.Ending.DONE;
import static dev.anchors.http.Ending.LOST;
import static dev.anchors.http.Ending.MALFORMED;
import static dev.anchors.http.Ending.TIMED_OUT;

import dev.anchors.http.Fault.Moment;
import java.util.stream.Stream;

/** Faults of connections. */
final class ConnectionFaults {

    private static final String OK = "HTTP/1.1 200 OK\r\n";
    private static final String CHUNKED = OK + "Transfer-Encoding: chunked\r\n\r\n";

    private ConnectionFaults() {}

    static Stream<Fault> all() {
        return Stream.of(unread(), closed(), truncated(), slow()).flatMap(faults -> faults);
    }

    private static Stream<Fault> unread() {
        return Stream.of(
                Fault.unreached("nobody listens", Moment.LISTEN),
                Fault.unreached("the name does not resolve", Moment.RESOLVE),
                Fault.unread("connection accepted, then silence", RawConnection::awaitClose)
                        .hanging()
                        .ends(TIMED_OUT),
                Fault.unread("accepted and closed", connection -> {}).ends(LOST),
                Fault.unread("reset while the request is read", connection -> {
                            connection.awaitFirstByte();
                            connection.reset();
                        })
                        .ends(LOST),
                Fault.closing("request read, then silence", (connection, request) -> connection.awaitClose())
                        .hanging()
                        .ends(TIMED_OUT));
    }

    private static Stream<Fault> closed() {
        return Stream.of(
                Fault.closing("closed without a response", (connection, request) -> {})
                        .ends(LOST),
                Fault.closing("reset before the head", (connection, request) -> connection.reset())
                        .ends(LOST),
                Fault.closing("reset within the head", (connection, request) -> {
                            connection.send(OK + "Content-");
                            connection.reset();
                        })
                        .ends(LOST),
                Fault.closing("reset after the head", (connection, request) -> {
                            connection.send(TestResponses.headOf(TestResponses.to(request)));
                            connection.reset();
                        })
                        .ends(LOST, LOST, DONE));
    }

    private static Stream<Fault> truncated() {
        return Stream.of(
                truncated("head cut short in the status line", "HTTP/1.1 2").ends(MALFORMED),
                truncated("head cut short in a header", OK + "Content-Len").ends(MALFORMED),
                truncated("head cut short between headers", OK + "Content-Length: 2\r\n")
                        .ends(LOST),
                Fault.closing("head cut short behind the status", (connection, request) -> {
                            String response = TestResponses.to(request);
                            connection.send(response.substring(0, "HTTP/1.1 204".length()));
                        })
                        .ends(LOST),
                Fault.closing("head cut short before its empty line", (connection, request) -> {
                            String head = TestResponses.headOf(TestResponses.to(request));
                            connection.send(head.substring(0, head.length() - "\r\n".length()));
                        })
                        .ends(LOST),
                truncated("body cut short before its first byte", OK + "Content-Length: 9\r\n\r\n")
                        .ends(LOST, LOST, MALFORMED),
                truncated("body cut short half-way", OK + "Content-Length: 99\r\n\r\n{\"id\":\"a\",")
                        .ends(LOST, LOST, MALFORMED),
                Fault.closing("body cut short before its last byte", (connection, request) -> {
                            String response = TestResponses.json(TestResponses.bodyFor(request));
                            connection.send(response.substring(0, response.length() - 1));
                        })
                        .ends(LOST, LOST, MALFORMED),
                truncated("chunked body cut short in a chunk", CHUNKED + "20\r\n{\"id\":")
                        .ends(LOST, LOST, MALFORMED),
                truncated("chunked body cut short behind the data of a chunk", CHUNKED + "6\r\n{\"id\":")
                        .ends(LOST, LOST, MALFORMED),
                truncated("chunked body cut short in the end of a chunk", CHUNKED + "6\r\n{\"id\":\r")
                        .ends(LOST, LOST, MALFORMED),
                Fault.closing(
                                "chunked body cut short before the last chunk",
                                (connection, request) ->
                                        connection.send(CHUNKED + ChunkedAnchors.chunk(TestResponses.bodyFor(request))))
                        .ends(LOST, LOST, MALFORMED));
    }

    private static Stream<Fault> slow() {
        return Stream.of(
                Fault.closing(
                                "one byte of the head per 100 ms",
                                (connection, request) -> connection.sendSlowly(OK + "X-Slow: " + "x".repeat(10_000)))
                        .hanging()
                        .ends(TIMED_OUT),
                Fault.closing("one byte of the body per 100 ms", (connection, request) -> {
                            connection.send(OK + "Content-Length: 10000\r\n\r\n{\"iterable\":[");
                            connection.sendSlowly(" ".repeat(10_000));
                        })
                        .hanging()
                        .ends(TIMED_OUT, TIMED_OUT, MALFORMED));
    }

    private static Fault truncated(String name, String sent) {
        return Fault.closing(name, (connection, request) -> connection.send(sent));
    }
}
