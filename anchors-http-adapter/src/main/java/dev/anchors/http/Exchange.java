package dev.anchors.http;

import java.io.IOException;
import java.net.URI;
import java.util.Objects;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.client5.http.protocol.HttpClientContext;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.EndpointDetails;
import org.apache.hc.core5.http.Method;
import org.apache.hc.core5.io.Closer;
import org.jspecify.annotations.Nullable;

/**
 * One request and the answer to it: a read, which is a GET, or a change, which is a POST. It holds a connection from
 * {@link #enter} on until it is closed.
 */
final class Exchange implements AutoCloseable {

    private final HttpUriRequestBase request;
    private final @Nullable RequestBody body; // null for a read
    private HttpClientContext context = HttpClientContext.create();
    private @Nullable Transport transport; // from enter to close
    private @Nullable ClassicHttpResponse answer;

    private Exchange(Method method, URI target, @Nullable RequestBody body) {
        request = new HttpUriRequestBase(method.name(), target);
        request.setEntity(body);
        this.body = body;
    }

    static Exchange read(URI target) {
        return new Exchange(Method.GET, target, null);
    }

    static Exchange change(URI target, RequestBody body) {
        return new Exchange(Method.POST, target, body);
    }

    HttpUriRequestBase request() {
        return request;
    }

    /** Waits for a connection to be free, and says whether one is. */
    boolean enter(Transport way, long nanos) throws InterruptedException {
        if (!way.enter(nanos)) {
            return false;
        }
        transport = way;
        return true;
    }

    /** Sends the request and returns as soon as the head of the answer is there. */
    void open() throws IOException {
        context = HttpClientContext.create();
        answer = Objects.requireNonNull(transport).open(request, context);
    }

    /** The status of the answer. */
    int status() {
        return Objects.requireNonNull(answer).getCode();
    }

    /** The body of the answer. */
    AnswerBody body() {
        return new AnswerBody(Objects.requireNonNull(answer));
    }

    /** Gives the connection back; it is closed where the body was not read to its end, however long that would be. */
    @Override
    public void close() {
        cancel();
        Closer.closeQuietly(answer);
        if (transport != null) {
            transport.leave();
            transport = null;
        }
    }

    /** Closes the connection unless the answer was read to its end; from any thread, any number of times. */
    void cancel() {
        try {
            request.cancel();
        } catch (RuntimeException alreadyGivenBack) {
            // a pool may mind that the connection came back at the same moment; it must not end the watchdog
        }
    }

    boolean isCancelled() {
        return request.isCancelled();
    }

    /** Whether the service may have had a request that changes something. */
    boolean mayHaveChanged() {
        return body != null && body.mayHaveLeft();
    }

    /** Whether there was a connection to send the request by. */
    boolean wasConnected() {
        return context.getEndpointDetails() != null;
    }

    /** Whether it may be sent again after it was lost without an answer: a read, on a connection that had served before. */
    boolean mayHaveMetStaleConnection() {
        EndpointDetails connection = context.getEndpointDetails();
        return body == null && connection != null && connection.getResponseCount() > 0;
    }
}
