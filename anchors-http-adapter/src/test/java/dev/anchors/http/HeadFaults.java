package dev.anchors.http;

import static dev.anchors.http.Ending.DONE;
import static dev.anchors.http.Ending.OVERDUE;
import static dev.anchors.http.Ending.UNREADABLE;

import java.util.stream.Stream;

/** What goes wrong with heads of answers. */
final class HeadFaults {

    private static final String OK = "HTTP/1.1 200 OK\r\n";
    private static final String EARLY = "HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 103 Early Hints\r\nLink: x\r\n\r\n";

    private HeadFaults() {}

    static Stream<Fault> all() {
        return Stream.of(
                endless("headers without end", OK, "X-Noise: again\r\n"),
                endless("a header without end", OK, "x"),
                endless("a status line without end", "", "x"),
                garbage("garbage: another protocol", "SSH-2.0-OpenSSH_9.6\r\n"),
                garbage("garbage: TLS", "\u0015\u0003\u0001\u0000\u0002\u0002P\n"),
                garbage("garbage: a status that is none", "HTTP/1.1 OK\r\n\r\n"),
                garbage("garbage: a status below 100", "HTTP/1.1 99 Early\r\n\r\n"),
                garbage("garbage: HTTP 2", "HTTP/2.0 200 OK\r\nContent-Length: 2\r\n\r\n{}"),
                garbage("garbage: a length that is none", OK + "Content-Length: minus\r\n\r\n{}"),
                garbage("garbage: a chunk without length", OK + "Transfer-Encoding: chunked\r\n\r\nnonsense\r\n{}"),
                Fault.then("1xx before the answer", (client, request) -> client.say(EARLY + GoodAnswers.to(request)))
                        .ends(DONE),
                Fault.then("1xx without end", (client, request) -> {
                            while (true) {
                                client.dribble("\n");
                                client.say(EARLY);
                            }
                        })
                        .hanging()
                        .ends(OVERDUE));
    }

    private static Fault endless(String name, String begin, String noise) {
        return Fault.then(name, (client, request) -> {
                    client.say(begin);
                    while (true) {
                        client.say(noise);
                    }
                })
                .ends(UNREADABLE);
    }

    private static Fault garbage(String name, String said) {
        return Fault.then(name, (client, request) -> client.say(said)).ends(UNREADABLE);
    }
}
