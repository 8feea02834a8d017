package dev.anchors.http.internal.calls;

import dev.anchors.ports.AnchorRepositoryException;
import dev.anchors.ports.Effect;
import dev.anchors.ports.MalformedResponseException;
import dev.anchors.ports.Operation;
import dev.anchors.ports.RequestRefusedException;
import dev.anchors.ports.ServiceFailedException;
import java.util.OptionalInt;
import org.apache.hc.core5.http.HttpStatus;
import org.jspecify.annotations.Nullable;

/**
 * A response to one request.
 *
 * @param <T> what a response means
 */
public final class Response<T> {

    private final Operation operation;
    private final Effect effect;
    private final int status;
    private final Request<T> request;
    private final @Nullable T meaning; // null where the status stands for no value
    private final String text;

    /**
     * Makes a response.
     *
     * @param request the request to which the response belongs
     * @param text the text of a response that is no success; empty otherwise
     */
    Response(Operation operation, Effect effect, int status, Request<T> request, @Nullable T meaning, String text) {
        this.operation = operation;
        this.effect = effect;
        this.status = status;
        this.request = request;
        this.meaning = meaning;
        this.text = text;
    }

    /** Returns the status. */
    public int status() {
        return status;
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
        if (status >= 400 && status < 500) {
            String requirement = status == HttpStatus.SC_NOT_FOUND ? request.requirement() : "";
            return new RequestRefusedException(operation, OptionalInt.of(status), text, requirement, null);
        }
        if (status >= 500 && status < 600) {
            return new ServiceFailedException(operation, effect, OptionalInt.of(status), text, null);
        }
        String what = "the response has status " + status + " and not " + request.success();
        return new MalformedResponseException(operation, effect, what, "", null);
    }
}
