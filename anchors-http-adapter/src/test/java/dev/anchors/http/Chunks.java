package dev.anchors.http;

/** An answer in pieces, each of which arrives as soon as it is said. */
final class Chunks {

    /** The head of the answer, and what stands before the first anchor. */
    static final String BEGIN =
            "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n"
                    + of("{\"iterable\":[");

    /** What stands behind the last anchor, and the end of the answer. */
    static final String END = of("],\"indices\":{}}") + "0\r\n\r\n";

    private Chunks() {}

    /** Returns one piece of the body. */
    static String of(String piece) {
        return Integer.toHexString(piece.length()) + "\r\n" + piece + "\r\n";
    }

    /** Returns a piece that holds the first anchor. */
    static String first(String id) {
        return of(anchor(id));
    }

    /** Returns a piece that holds a further anchor. */
    static String next(String id) {
        return of("," + anchor(id));
    }

    /** Returns an anchor as JSON. */
    static String anchor(String id) {
        return "{\"id\":\"" + id + "\",\"type\":\"FILE\",\"created\":{\"value\":\"2024-05-01T08:00:00Z\"}}";
    }
}
