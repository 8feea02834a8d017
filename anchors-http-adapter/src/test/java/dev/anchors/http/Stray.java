package dev.anchors.http;

import java.io.IOException;

/** What a service does with a connection after a complete response, and which belongs to no request. */
enum Stray {
    SECOND_200("a second response with 200", TestResponses.json(Stray.anchorAndList())),
    SECOND_204("a second response with 204", TestResponses.NO_CONTENT),
    SECOND_410("a second response with 410", TestResponses.response(410, "Content-Type: text/plain\r\n", "gone")),
    SAME_AGAIN("the same response again", ""),
    HALF_RESPONSE("half a response", "HTTP/1.1 200 OK\r\nContent-Le"),
    ONE_BYTE("one byte", "\n"),
    CLOSE("the end of the connection", ""),
    RESET("a reset", "");

    /** When the service sends the stray bytes. */
    enum Timing {
        SAME_WRITE("in the same write"),
        NEXT_WRITE("in a write of its own"),
        WHILE_IDLE("while the connection is idle");

        private final String text;

        Timing(String text) {
            this.text = text;
        }

        @Override
        public String toString() {
            return text;
        }
    }

    private final String text;
    private final String bytes;

    Stray(String text, String bytes) {
        this.text = text;
        this.bytes = bytes;
    }

    /** Returns whether it can come at that time. A reset could destroy a response that is under way. */
    boolean canCome(Timing timing) {
        return switch (this) {
            case RESET -> timing == Timing.WHILE_IDLE;
            case CLOSE -> timing != Timing.SAME_WRITE;
            default -> true;
        };
    }

    /** Returns the stray bytes behind a response; empty for the end of the connection. */
    String bytesBehind(String response) {
        return this == SAME_AGAIN ? response : bytes;
    }

    void send(RawConnection connection, String response) throws IOException {
        switch (this) {
            case CLOSE -> connection.close();
            case RESET -> connection.reset();
            default -> connection.send(bytesBehind(response));
        }
    }

    @Override
    public String toString() {
        return text;
    }

    /** Returns JSON that is well-formed as the response to every operation that returns anchors. */
    private static String anchorAndList() {
        String anchor = ChunkedAnchors.anchor("stray");
        return anchor.substring(0, anchor.length() - 1) + ",\"iterable\":[" + anchor + "]}";
    }
}
