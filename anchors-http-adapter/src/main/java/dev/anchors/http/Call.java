package dev.anchors.http;

import dev.anchors.ports.AnchorRepositoryException;
import dev.anchors.ports.Effect;
import dev.anchors.ports.InterruptedCallException;
import dev.anchors.ports.Operation;
import dev.anchors.ports.ProtocolException;
import dev.anchors.ports.RejectedException;
import dev.anchors.ports.ServiceFailedException;
import dev.anchors.ports.TimedOutException;
import dev.anchors.ports.UnavailableException;
import java.io.IOException;
import java.net.SocketException;
import java.net.URI;
import java.time.Duration;
import org.apache.hc.client5.http.ClientProtocolException;
import org.apache.hc.client5.http.impl.ConnectionShutdownException;
import org.apache.hc.core5.http.HttpStatus;
import org.apache.hc.core5.http.MalformedChunkCodingException;
import org.apache.hc.core5.http.MessageConstraintException;
import org.apache.hc.core5.http.NoHttpResponseException;
import org.apache.hc.core5.http.TruncatedChunkException;
import org.jspecify.annotations.Nullable;

/**
 * One call of the repository under way: a few exchanges with the service, one after the other, under one deadline. Each
 * exchange ends in a value or in one failure of the port's family. An answer that is read part by part is a call for each
 * part, so that what its reader does in between takes none of the time.
 */
final class Call implements AutoCloseable {

    /** Reads some of an answer. */
    @FunctionalInterface
    interface Part<T extends @Nullable Object> {
        T read() throws IOException;
    }

    private final ServiceClient client;
    private final Operation operation;
    private final Duration timeout;
    private final long deadline;
    private final Thread caller = Thread.currentThread();
    private volatile @Nullable Exchange underWay;

    Call(ServiceClient client, Operation operation, Duration timeout) {
        this.client = client;
        this.operation = operation;
        this.timeout = timeout;
        deadline = System.nanoTime() + timeout.toNanos();
    }

    /** Reads something: a GET, to be answered with 200. */
    <T> T get(URI target, Decoder<T> decoder) {
        return perform(Exchange.read(target), HttpStatus.SC_OK, decoder);
    }

    /** Changes something and gets something back: a POST of JSON, to be answered with 200. */
    <T> T post(URI target, byte[] json, Decoder<T> decoder) {
        return perform(Exchange.change(target, RequestBody.json(json)), HttpStatus.SC_OK, decoder);
    }

    /** Changes something: a POST without a body, to be answered with 204. */
    void post(URI target) {
        perform(Exchange.change(target, RequestBody.empty()), HttpStatus.SC_NO_CONTENT, Decoder.NONE);
    }

    /**
     * Does what {@link #get} does, and leaves the exchange, and what the decoder left of the answer, to calls to come.
     *
     * @return null if the answer was read to its end
     */
    <T> @Nullable T open(Exchange exchange, Decoder<@Nullable T> decoder) {
        return unlessCancelled(exchange, answer(exchange, HttpStatus.SC_OK, decoder));
    }

    /**
     * Reads on in an answer that an earlier call left open.
     *
     * @return null if the answer was read to its end
     */
    <T> @Nullable T resume(Exchange exchange, Part<@Nullable T> part) {
        underWay = exchange;
        if (isDue(System.nanoTime())) {
            throw failure(exchange, null);
        }
        return unlessCancelled(exchange, read(exchange, part));
    }

    /** Ends the call, which takes it from the watchdog. */
    @Override
    public void close() {
        client.end(this);
    }

    /**
     * Called by the watchdog at every look. It closes the connection under the call, which then fails where it is
     * blocked, be it waiting for a connection, connecting, sending or reading.
     *
     * <p>Three races are won by what the exchange does. An answer that was read to its end has given its connection back
     * and loses nothing by a late cancel: the call succeeds. A request that was not sent yet fails as soon as it is. And
     * a request that takes the place of a cancelled one, the look-up after a failure for example, meets the next look.
     */
    synchronized void giveUpIfDue(long now) {
        Exchange exchange = underWay;
        if (exchange != null && isDue(now)) {
            exchange.cancel();
        }
    }

    private <T> T perform(Exchange exchange, int wanted, Decoder<T> decoder) {
        try (exchange) {
            return answer(exchange, wanted, decoder);
        }
    }

    private <T extends @Nullable Object> T answer(Exchange exchange, int wanted, Decoder<T> decoder) {
        awaitConnection(exchange);
        open(exchange);
        return read(exchange, () -> {
            requireStatus(wanted, exchange);
            return decoder.decode(exchange.body().content(client.maxResponseBytes()));
        });
    }

    private void awaitConnection(Exchange exchange) {
        try {
            if (!exchange.enter(client.transport(), deadline - System.nanoTime())) {
                throw failure(exchange, null);
            }
        } catch (InterruptedException interrupted) {
            caller.interrupt();
            throw failure(exchange, interrupted);
        }
    }

    private void open(Exchange exchange) {
        if (isDue(System.nanoTime())) {
            throw failure(exchange, null);
        }
        client.prepare(exchange.request());
        underWay = exchange;
        try {
            openOnFreshConnectionIfNeedBe(exchange);
        } catch (IOException | RuntimeException failure) { // a closed or cancelled client throws unchecked ones
            throw failure(exchange, failure);
        }
    }

    private void openOnFreshConnectionIfNeedBe(Exchange exchange) throws IOException {
        try {
            exchange.open();
        } catch (NoHttpResponseException | SocketException lost) {
            if (!exchange.mayHaveMetStaleConnection() || exchange.isCancelled()) {
                throw lost;
            }
            client.transport().dropIdle();
            exchange.open();
        }
    }

    private <T extends @Nullable Object> T read(Exchange exchange, Part<T> part) {
        try {
            return part.read();
        } catch (UnreadableAnswerException unreadable) {
            String what = unreadable.what() + exchange.body().declaration();
            throw new ProtocolException(operation, effect(exchange), what, unreadable.pointer(), unreadable.getCause());
        } catch (IOException | ConnectionShutdownException broken) {
            throw failure(exchange, broken);
        }
    }

    /** Returns the part, unless the watchdog has closed the connection by which the rest was to come. */
    private <T> @Nullable T unlessCancelled(Exchange exchange, @Nullable T part) {
        letGo();
        if (part != null && exchange.isCancelled()) {
            throw failure(exchange, null);
        }
        return part;
    }

    /** From here on the watchdog cancels nothing. */
    private synchronized void letGo() {
        underWay = null;
    }

    private void requireStatus(int wanted, Exchange exchange) {
        int status = exchange.status();
        if (status >= 400 && status < 500) {
            throw new RejectedException(operation, status, exchange.body().text(), null);
        }
        if (status >= 500 && status < 600) {
            throw new ServiceFailedException(
                    operation, effect(exchange), status, exchange.body().text(), null);
        }
        if (status != wanted) {
            String what = "the answer has status " + status + " and not " + wanted;
            throw new ProtocolException(operation, effect(exchange), what, "", null);
        }
    }

    /** A request that certainly did not leave changed nothing; one that may have left may have changed something. */
    private Effect effect(Exchange exchange) {
        return exchange.mayHaveChanged() ? operation.effectWhenUnanswered() : Effect.NONE;
    }

    private AnchorRepositoryException failure(Exchange exchange, @Nullable Exception cause) {
        Effect effect = effect(exchange);
        if (isNoHttp(cause)) {
            return new ProtocolException(operation, effect, "the answer is not HTTP", "", cause);
        }
        if (caller.isInterrupted()) {
            return new InterruptedCallException(operation, effect, cause);
        }
        if (isOverdue(System.nanoTime())) {
            return new TimedOutException(operation, effect, timeout, cause);
        }
        return new UnavailableException(operation, effect, whatHappened(exchange), cause);
    }

    private String whatHappened(Exchange exchange) {
        if (client.isClosed()) {
            return "the repository was closed during the call";
        }
        String problem = exchange.wasConnected() ? "the connection was lost to " : "there is no connection to ";
        return problem + client.transport();
    }

    /** Whether the call is to end, whatever it does. */
    private boolean isDue(long now) {
        return isOverdue(now) || caller.isInterrupted() || client.isClosed();
    }

    private boolean isOverdue(long now) {
        return now - deadline >= 0;
    }

    private static boolean isNoHttp(@Nullable Exception cause) {
        boolean isBadChunk =
                cause instanceof MalformedChunkCodingException && !(cause instanceof TruncatedChunkException);
        return isBadChunk || cause instanceof ClientProtocolException || cause instanceof MessageConstraintException;
    }
}
