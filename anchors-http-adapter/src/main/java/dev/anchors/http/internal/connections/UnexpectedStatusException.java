package dev.anchors.http.internal.connections;

import org.apache.hc.core5.http.HttpException;

/** A response whose status HttpCore takes for interim, although no other response follows, or none in time. */
public final class UnexpectedStatusException extends HttpException {

    private static final long serialVersionUID = 1L;

    private final int status;

    UnexpectedStatusException(int status) {
        super("unexpected status " + status);
        this.status = status;
    }

    /** Returns the status. */
    public int status() {
        return status;
    }
}
