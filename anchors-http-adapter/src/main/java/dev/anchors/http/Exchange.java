package dev.anchors.http;

import dev.anchors.ports.Effect;
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

    private static final URI ANYWHERE = URI.create("/"); // until the service's address is known

    private final HttpUriRequestBase request;
    private final String route;
    private final @Nullable RequestBody body; // null for a read
    private @Nullable HttpClientContext context; // of the last try
    private @Nullable Transport transport; // from enter to close
    private @Nullable ClassicHttpResponse answer;
    private @Nullable AnswerBody answerBody; // as long as the answer

    private Exchange(Method method, String route, @Nullable RequestBody body) {
        request = new HttpUriRequestBase(method.name(), ANYWHERE);
        request.setEntity(body);
        this.route = route;
        this.body = body;
    }

    static Exchange read(String route) {
        return new Exchange(Method.GET, route, null);
    }

    static Exchange change(String route, RequestBody body) {
        return new Exchange(Method.POST, route, body);
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
        HttpClientContext fresh = HttpClientContext.create();
        context = fresh;
        ClassicHttpResponse head = Objects.requireNonNull(transport).open(request, route, fresh);
        answerBody = new AnswerBody(head);
        answer = head;
    }

    /** Whether an answer came, of which {@link #status} and {@link #body} tell. */
    boolean isAnswered() {
        return answer != null;
    }

    /** The status of the answer. */
    int status() {
        return Objects.requireNonNull(answer).getCode();
    }

    /** The body of the answer. */
    AnswerBody body() {
        return Objects.requireNonNull(answerBody);
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

    /**
     * Closes the connection unless the answer was read to its end; from any thread, any number of times. It is back where
     * it came from when this returns, whichever thread did it: whoever closes the exchange gives its place to another call.
     */
    synchronized void cancel() {
        try {
            request.cancel();
        } catch (RuntimeException alreadyGivenBack) {
            // a pool may mind that the connection came back at the same moment; it must not end the watchdog
        }
    }

    boolean isCancelled() {
        return request.isCancelled();
    }

    /** A request that reads, or certainly did not leave, changed nothing; another one may have changed something. */
    Effect effect() {
        return body != null && body.mayHaveLeft() ? Effect.UNKNOWN : Effect.NONE;
    }

    /** Whether there was a connection to send the request by. */
    boolean wasConnected() {
        return connection() != null;
    }

    /** Whether it may be sent again after it was lost without an answer: a read, on a connection that had served before. */
    boolean mayHaveMetStaleConnection() {
        EndpointDetails connection = connection();
        return body == null && connection != null && connection.getResponseCount() > 0;
    }

    private @Nullable EndpointDetails connection() {
        return context == null ? null : context.getEndpointDetails();
    }
}
