package dev.anchors.http;

import static dev.anchors.http.Ending.DONE;
import static dev.anchors.http.Ending.MALFORMED;
import static dev.anchors.http.Ending.REFUSED;
import static dev.anchors.http.Ending.TIMED_OUT;

import java.util.stream.Stream;

/** Faults of the heads of responses. */
final class HeadFaults {

    private static final String OK = "HTTP/1.1 200 OK\r\n";
    private static final String INTERIM = "HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 103 Early Hints\r\nLink: x\r\n\r\n";
    private static final String UPGRADE =
            "HTTP/1.1 101 Switching Protocols\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\n";
    private static final String TOO_LARGE = TestResponses.response(413, "Connection: close\r\n", "too large");

    private HeadFaults() {}

    static Stream<Fault> all() {
        return Stream.concat(malformed(), interim());
    }

    private static Stream<Fault> malformed() {
        return Stream.of(
                endless("headers without end", OK, "X-Noise: again\r\n"),
                endless("a header without end", OK, "x"),
                endless("a status line without end", "", "x"),
                garbage("garbage: another protocol", "SSH-2.0-OpenSSH_9.6\r\n"),
                garbage("garbage: TLS", "\u0015\u0003\u0001\u0000\u0002\u0002P\n"),
                garbage("garbage: a status that is no number", "HTTP/1.1 OK\r\n\r\n"),
                garbage("garbage: a status below 100", "HTTP/1.1 99 Early\r\n\r\n"),
                garbage("garbage: HTTP 2", "HTTP/2.0 200 OK\r\nContent-Length: 2\r\n\r\n{}"),
                garbage("garbage: a length that is no number", OK + "Content-Length: minus\r\n\r\n{}"),
                garbage("garbage: a chunk without length", OK + "Transfer-Encoding: chunked\r\n\r\nnonsense\r\n{}"));
    }

    private static Stream<Fault> interim() {
        return Stream.of(
                Fault.closing(
                                "1xx before the response",
                                (connection, request) -> connection.send(INTERIM + TestResponses.to(request)))
                        .ends(DONE),
                Fault.closing("1xx without end", (connection, request) -> {
                            while (true) {
                                connection.sendSlowly("\n");
                                connection.send(INTERIM);
                            }
                        })
                        .hanging()
                        .ends(TIMED_OUT),
                endless("1xx without pause and end", "", INTERIM),
                Fault.closing("101", (connection, request) -> connection.send(UPGRADE))
                        .ends(MALFORMED),
                Fault.early("413 before the body is read", (connection, request) -> {
                            connection.send(TOO_LARGE);
                            connection.awaitClose();
                        })
                        .ends(REFUSED));
    }

    private static Fault endless(String name, String begin, String noise) {
        return Fault.closing(name, (connection, request) -> {
                    connection.send(begin);
                    while (true) {
                        connection.send(noise);
                    }
                })
                .ends(MALFORMED);
    }

    private static Fault garbage(String name, String sent) {
        return Fault.closing(name, (connection, request) -> connection.send(sent))
                .ends(MALFORMED);
    }
}
