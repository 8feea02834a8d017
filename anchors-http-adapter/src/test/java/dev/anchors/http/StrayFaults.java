package dev.anchors.http;

import static dev.anchors.http.Ending.DONE;
import static dev.anchors.http.Ending.EMPTY;
import static dev.anchors.http.Ending.FAILED;
import static dev.anchors.http.Ending.MALFORMED;
import static dev.anchors.http.Ending.NOT_FOUND;
import static dev.anchors.http.Ending.REFUSED;

import java.util.stream.Stream;

/** Responses with a second, complete response behind them, which belongs to no request. */
final class StrayFaults {

    private static final String STRAY = TestResponses.json(ChunkedAnchors.anchor("stray"));
    private static final String TEXT = "Content-Type: text/plain\r\n";

    private StrayFaults() {}

    static Stream<Fault> all() {
        return Stream.of(
                Fault.responding(
                                "the right response, then a second one",
                                200,
                                (connection, request) -> connection.send(TestResponses.to(request) + STRAY))
                        .ends(DONE),
                Fault.responding(
                                "the right response, chunked, then a second one",
                                200,
                                (connection, request) -> connection.send(chunked(request) + STRAY))
                        .ends(DONE),
                Fault.responding("the right response twice", 200, (connection, request) -> {
                            String response = TestResponses.to(request);
                            connection.send(response + response);
                        })
                        .ends(DONE),
                then("304 with a body, then a second response", 304).ends(MALFORMED),
                then("400, then a second response", 400).ends(REFUSED),
                then("410, then a second response", 410)
                        .ends(REFUSED, REFUSED, NOT_FOUND)
                        .but(Invocation.FIND, EMPTY),
                then("500, then a second response", 500).ends(FAILED));
    }

    private static Fault then(String name, int status) {
        String both = TestResponses.response(status, TEXT, "no") + STRAY;
        return Fault.responding(name, status, (connection, request) -> connection.send(both));
    }

    /** A response without content cannot be chunked. */
    private static String chunked(RawConnection.Request request) {
        String response = TestResponses.to(request);
        return response.equals(TestResponses.NO_CONTENT)
                ? response
                : "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n"
                        + ChunkedAnchors.chunk(TestResponses.bodyFor(request)) + "0\r\n\r\n";
    }
}
