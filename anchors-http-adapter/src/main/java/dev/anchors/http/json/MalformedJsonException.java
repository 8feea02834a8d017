package dev.anchors.http.json;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Thrown when a document is no JSON, or not in the form of the service. */
public final class MalformedJsonException extends IOException {

    private static final long serialVersionUID = 1L;

    private final String pointer;

    MalformedJsonException(String what, String pointer, @Nullable Throwable cause) {
        super(
                "the document has no anchors in the form of the service: " + what
                        + (pointer.isEmpty() ? "" : ", at " + pointer) + "; compare it with a response of the service",
                cause);
        this.pointer = pointer;
    }

    /** Returns where the document is malformed, as a JSON pointer (RFC 6901); empty for the document as a whole. */
    public String pointer() {
        return pointer;
    }
}
