package dev.anchors.http;

/** A complete response, with the call that receives it. */
enum CompleteResponse {
    WITH_LENGTH(
            "a response with a length",
            Invocation.SNAPSHOT,
            TestResponses.json("{\"iterable\":[" + ChunkedAnchors.anchor("a") + "]}"),
            Ending.DONE),
    CHUNKED(
            "a chunked response",
            Invocation.SNAPSHOT,
            ChunkedAnchors.BEGIN + ChunkedAnchors.first("a") + ChunkedAnchors.END,
            Ending.DONE),
    STREAMED("a streamed response", Invocation.STREAM, CHUNKED.bytes, Ending.DONE),
    NO_CONTENT("204", Invocation.DELETE, TestResponses.NO_CONTENT, Ending.DONE),
    GONE("410", Invocation.FIND, TestResponses.response(410, "Content-Type: text/plain\r\n", "gone"), Ending.EMPTY),
    FAILED(
            "500",
            Invocation.SNAPSHOT,
            TestResponses.response(500, "Content-Type: text/plain\r\n", "no"),
            Ending.FAILED),
    NOT_MODIFIED(
            "304 with a body",
            Invocation.SNAPSHOT,
            TestResponses.response(304, "Content-Type: text/plain\r\n", "no"),
            Ending.MALFORMED);

    private final String text;
    private final Invocation invocation;
    private final String bytes;
    private final Ending ending;

    CompleteResponse(String text, Invocation invocation, String bytes, Ending ending) {
        this.text = text;
        this.invocation = invocation;
        this.bytes = bytes;
        this.ending = ending;
    }

    String bytes() {
        return bytes;
    }

    /** Makes the call that gets the response and asserts that the call ends as it should. */
    void assertEndOfCall(HttpAnchorRepository anchors) {
        ending.assertEndOf(invocation, anchors);
    }

    @Override
    public String toString() {
        return text;
    }
}
