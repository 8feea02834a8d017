package dev.anchors.http.internal.calls;

/**
 * A request for one operation of the service.
 *
 * @param <T> what a response means
 */
public final class Request<T> {

    private final Endpoint<T> endpoint;
    private final String path;
    private final byte[] json;

    /** Makes a request that asks for {@code path}, below the base URL, with a body of {@code json}; empty for none. */
    Request(Endpoint<T> endpoint, String path, byte[] json) {
        this.endpoint = endpoint;
        this.path = path;
        this.json = json;
    }

    Endpoint<T> endpoint() {
        return endpoint;
    }

    /** Starts an exchange of this request. */
    Exchange exchange() {
        return new Exchange(endpoint.method(), path, endpoint.isChange() ? RequestBody.of(json) : null);
    }
}
