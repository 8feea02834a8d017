package dev.anchors.http;

/** The parts of a chunked response that lists anchors, for services that send it part by part. */
final class ChunkedAnchors {

    /** The head, and the JSON before the first anchor. */
    static final String BEGIN =
            "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n"
                    + chunk("{\"iterable\":[");

    /** The JSON behind the last anchor, and the end of the body. */
    static final String END = chunk("],\"indices\":{}}") + "0\r\n\r\n";

    private ChunkedAnchors() {}

    /** Returns one chunk of the body. */
    static String chunk(String text) {
        return Integer.toHexString(text.length()) + "\r\n" + text + "\r\n";
    }

    /** Returns the chunk of the first anchor. */
    static String first(String id) {
        return chunk(anchor(id));
    }

    /** Returns the chunk of a further anchor. */
    static String next(String id) {
        return chunk("," + anchor(id));
    }

    /** Returns an anchor as JSON. */
    static String anchor(String id) {
        return "{\"id\":\"" + id + "\",\"type\":\"FILE\",\"created\":{\"value\":\"2024-05-01T08:00:00Z\"}}";
    }
}
