package dev.anchors.http;

import static dev.anchors.http.Ending.DONE;
import static dev.anchors.http.Ending.LOST;
import static dev.anchors.http.Ending.OVERDUE;
import static dev.anchors.http.Ending.UNREADABLE;

import dev.anchors.http.Fault.Moment;
import java.util.stream.Stream;

/** What goes wrong with connections. */
final class ConnectionFaults {

    private static final String OK = "HTTP/1.1 200 OK\r\n";
    private static final String CHUNKED = OK + "Transfer-Encoding: chunked\r\n\r\n";

    private ConnectionFaults() {}

    static Stream<Fault> all() {
        return Stream.of(
                Fault.unreached("nobody listens", Moment.NO_LISTENER),
                Fault.unreached("the name does not resolve", Moment.UNKNOWN_NAME),
                Fault.unread("connection accepted, then silence", RawServer.Client::awaitEnd)
                        .hanging()
                        .ends(OVERDUE),
                Fault.unread("accepted and closed", client -> {}).ends(LOST),
                Fault.unread("reset while the request is read", client -> {
                            client.awaitFirstByte();
                            client.reset();
                        })
                        .ends(LOST),
                Fault.then("request read, then silence", (client, request) -> client.awaitEnd())
                        .hanging()
                        .ends(OVERDUE),
                Fault.then("closed without an answer", (client, request) -> {}).ends(LOST),
                Fault.then("reset before the head", (client, request) -> client.reset())
                        .ends(LOST),
                Fault.then("reset within the head", (client, request) -> {
                            client.say(OK + "Content-");
                            client.reset();
                        })
                        .ends(LOST),
                Fault.then("reset after the head", (client, request) -> {
                            client.say(upTo(GoodAnswers.to(request), "\r\n\r\n"));
                            client.reset();
                        })
                        .ends(LOST, LOST, DONE),
                cut("head cut short in the status line", "HTTP/1.1 2").ends(UNREADABLE),
                cut("head cut short in a header", OK + "Content-Len").ends(UNREADABLE),
                cut("head cut short between headers", OK + "Content-Length: 2\r\n")
                        .ends(LOST, LOST, UNREADABLE),
                cut("body cut short before its first byte", OK + "Content-Length: 9\r\n\r\n")
                        .ends(LOST, LOST, UNREADABLE),
                cut("body cut short half-way", OK + "Content-Length: 99\r\n\r\n{\"id\":\"a\",")
                        .ends(LOST, LOST, UNREADABLE),
                Fault.then("body cut short before its last byte", (client, request) -> {
                            String answer = GoodAnswers.json(GoodAnswers.bodyFor(request));
                            client.say(answer.substring(0, answer.length() - 1));
                        })
                        .ends(LOST, LOST, UNREADABLE),
                cut("chunked body cut short in a chunk", CHUNKED + "20\r\n{\"id\":")
                        .ends(LOST, LOST, UNREADABLE),
                Fault.then(
                                "chunked body cut short before the last chunk",
                                (client, request) -> client.say(CHUNKED + Chunks.of(GoodAnswers.bodyFor(request))))
                        .ends(LOST, LOST, UNREADABLE),
                Fault.then(
                                "one byte of the head per 100 ms",
                                (client, request) -> client.dribble(OK + "X-Slow: " + "x".repeat(1_000)))
                        .hanging()
                        .ends(OVERDUE),
                Fault.then("one byte of the body per 100 ms", (client, request) -> {
                            client.say(OK + "Content-Length: 1000\r\n\r\n{\"iterable\":[");
                            client.dribble(" ".repeat(1_000));
                        })
                        .hanging()
                        .ends(OVERDUE, OVERDUE, UNREADABLE));
    }

    private static Fault cut(String name, String said) {
        return Fault.then(name, (client, request) -> client.say(said));
    }

    private static String upTo(String text, String end) {
        return text.substring(0, text.indexOf(end) + end.length());
    }
}
