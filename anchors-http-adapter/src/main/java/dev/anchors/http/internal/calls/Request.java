package dev.anchors.http.internal.calls;

import dev.anchors.http.internal.connections.Connections;
import dev.anchors.http.internal.json.CancellationToken;
import dev.anchors.ports.Effect;
import java.io.IOException;
import java.io.InputStream;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * A request for one operation of the service.
 *
 * @param <T> what a response means
 */
public final class Request<T> {

    private final Endpoint<T> endpoint;
    private final Decoder<T> decoder;
    private final String path;
    private final byte[] json;

    /** Makes a request that asks for {@code path}, below the base URL, with a body of {@code json}; empty for none. */
    Request(Endpoint<T> endpoint, Decoder<T> decoder, String path, byte[] json) {
        this.endpoint = endpoint;
        this.decoder = decoder;
        this.path = path;
        this.json = json;
    }

    /**
     * Returns this request with a condition for the value of a successful response, which may belong to another request.
     *
     * @param problem what is wrong with a value that does not meet the condition
     * @param pointer where, as a JSON pointer
     */
    public Request<T> expecting(Predicate<T> condition, String problem, String pointer) {
        Decoder<T> checking = (body, token) -> {
            T value = decoder.decode(body, token);
            if (!condition.test(value)) {
                throw new UnacceptableBodyException(problem, pointer);
            }
            return value;
        };
        return new Request<>(endpoint, checking, path, json);
    }

    /** Starts an exchange of this request, whose effect is {@code effectOnceSent} once the request may have been sent. */
    Exchange exchange(Effect effectOnceSent, Connections connections) {
        RequestBody body = endpoint.isChange() ? RequestBody.of(json) : null;
        return new Exchange(endpoint.method(), path, body, effectOnceSent, connections.lease());
    }

    /** Returns the status of a success. */
    int success() {
        return endpoint.success();
    }

    /** Returns which services have the operation; empty if every service has it. */
    String requirement() {
        return endpoint.requirement();
    }

    /** Returns the value of a successful response with this body. */
    T decode(InputStream body, CancellationToken token) throws IOException {
        return decoder.decode(body, token);
    }

    /** Returns the value that another status stands for; null for none. */
    @Nullable
    T meaning(int status) {
        return endpoint.others().get(status);
    }
}
