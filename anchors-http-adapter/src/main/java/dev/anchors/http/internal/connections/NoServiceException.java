package dev.anchors.http.internal.connections;

import java.net.ConnectException;

/** Thrown when no service was found, with a message that says in one line what was tried. */
public final class NoServiceException extends ConnectException {

    private static final long serialVersionUID = 1L;

    /** Creates the exception. */
    public NoServiceException(String tried) {
        super(tried);
    }
}
