package dev.anchors.http.internal.calls;

import java.io.IOException;

/** Thrown when a call can do nothing with the body of a response, whatever a decoder makes of it. */
final class UnacceptableBodyException extends IOException {

    private static final long serialVersionUID = 1L;

    private final String what;
    private final String pointer;

    /**
     * Creates the exception.
     *
     * @param what what is wrong, in a few words without a full stop and without any text of the body
     * @param pointer the position as a JSON pointer (RFC 6901); empty for the body as a whole
     */
    UnacceptableBodyException(String what, String pointer) {
        super(what);
        this.what = what;
        this.pointer = pointer;
    }

    String what() {
        return what;
    }

    String pointer() {
        return pointer;
    }
}
