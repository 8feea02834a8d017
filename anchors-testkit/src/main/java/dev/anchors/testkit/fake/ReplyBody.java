package dev.anchors.testkit.fake;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.OutputStream;

/** The status and the body of a reply. Immutable. */
final class ReplyBody {

    private static final int CHUNK_SIZE = 1 << 13;

    private final int status;
    private final byte[] body;

    /**
     * Creates a reply body.
     *
     * @param body not copied
     * @throws IllegalArgumentException if {@code status} is not 200 to 599, or if it does not allow this body
     */
    ReplyBody(int status, byte[] body) {
        this.status = status;
        this.body = body;
        if (status < 200 || status > 599) {
            throw new IllegalArgumentException("the status of a response is 200 to 599, not " + status);
        }
        if (body.length > 0 && !allowsBody()) {
            throw new IllegalArgumentException("a response of status " + status + " has no body");
        }
    }

    int status() {
        return status;
    }

    /** Returns the length of the body, padded to at least {@code minLength} bytes if the status allows a body. */
    long length(long minLength) {
        return allowsBody() ? Math.max(body.length, minLength) : 0;
    }

    /** Writes the body and pads it with spaces to {@code length} bytes. */
    void write(OutputStream out, long length) throws IOException {
        out.write(body);
        byte[] spaces = " ".repeat(CHUNK_SIZE).getBytes(UTF_8);
        for (long left = length - body.length; left > 0; left -= CHUNK_SIZE) {
            out.write(spaces, 0, Math.toIntExact(Math.min(left, CHUNK_SIZE)));
        }
    }

    private boolean allowsBody() {
        return status != 204 && status != 304;
    }
}
