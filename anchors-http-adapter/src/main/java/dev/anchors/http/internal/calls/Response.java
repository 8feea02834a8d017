package dev.anchors.http.internal.calls;

import dev.anchors.ports.AnchorRepositoryException;
import org.jspecify.annotations.Nullable;

/**
 * A response to one request.
 *
 * @param <T> what a response means
 */
public final class Response<T> {

    private final Failures failures;
    private final Exchange exchange;
    private final Request<T> request;
    private final @Nullable T meaning; // null where the status stands for no value
    private final String text;

    /**
     * Makes a response.
     *
     * @param request the request to which the response belongs
     * @param text the text of a response that is no success; empty otherwise
     */
    Response(Failures failures, Exchange exchange, Request<T> request, @Nullable T meaning, String text) {
        this.failures = failures;
        this.exchange = exchange;
        this.request = request;
        this.meaning = meaning;
        this.text = text;
    }

    /** Returns the status. */
    public int status() {
        return exchange.status();
    }

    /**
     * Returns what the response means.
     *
     * @throws AnchorRepositoryException if its status stands for no value
     */
    public T value() {
        if (meaning == null) {
            throw failure();
        }
        return meaning;
    }

    /** Returns the failure of a call that this response ends. */
    public AnchorRepositoryException failure() {
        return failures.ofResponse(exchange, request, text);
    }
}
