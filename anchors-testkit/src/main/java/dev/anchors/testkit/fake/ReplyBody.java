package dev.anchors.testkit.fake;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.OutputStream;

/** A status and a body. Immutable. */
final class ReplyBody {

    private static final int CHUNK = 1 << 13;

    private final int status;
    private final byte[] body;

    /**
     * Creates a body and keeps the array itself.
     *
     * @throws IllegalArgumentException if there is no such status, or it never has a body and there is one
     */
    ReplyBody(int status, byte[] body) {
        this.status = status;
        this.body = body;
        if (status < 200 || status > 599) {
            throw new IllegalArgumentException("the status of an answer is 200 to 599, not " + status);
        }
        if (body.length > 0 && !hasBody()) {
            throw new IllegalArgumentException("an answer of status " + status + " has no body");
        }
    }

    int status() {
        return status;
    }

    /** The length of the body with as many spaces as make it {@code least} bytes, where there may be a body at all. */
    long length(long least) {
        return hasBody() ? Math.max(body.length, least) : 0;
    }

    /** Writes the body and spaces up to that length. */
    void write(OutputStream out, long length) throws IOException {
        out.write(body);
        byte[] spaces = " ".repeat(CHUNK).getBytes(UTF_8);
        for (long left = length - body.length; left > 0; left -= CHUNK) {
            out.write(spaces, 0, Math.toIntExact(Math.min(left, CHUNK)));
        }
    }

    private boolean hasBody() {
        return status != 204 && status != 304;
    }
}
