package dev.anchors.http;

import dev.anchors.http.internal.json.MalformedBodyException;
import dev.anchors.ports.AnchorRepositoryException;
import dev.anchors.ports.InterruptedCallException;
import dev.anchors.ports.Operation;
import dev.anchors.ports.TimedOutException;
import java.io.IOException;
import java.net.SocketException;
import java.time.Duration;
import org.apache.hc.client5.http.impl.ConnectionShutdownException;
import org.apache.hc.core5.http.HttpStatus;
import org.apache.hc.core5.http.NoHttpResponseException;
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
    private final CallReport report;
    private final long deadline;
    private final Thread caller = Thread.currentThread();
    private volatile @Nullable Exchange underWay;

    Call(ServiceClient client, Operation operation, Duration timeout, CallReport report) {
        this.client = client;
        this.operation = operation;
        this.timeout = timeout;
        this.report = report;
        deadline = System.nanoTime() + timeout.toNanos();
    }

    /** Reads something: a GET, to be answered with 200. */
    <T> T get(String route, Decoder<T> decoder) {
        return perform(reported(Exchange.read(route)), HttpStatus.SC_OK, decoder);
    }

    /** Asks whether there is something, beside the operation: a GET, to be answered with 200. */
    void lookUp(String route) {
        perform(Exchange.read(route), HttpStatus.SC_OK, Decoder.NONE);
    }

    /** Changes something and gets something back: a POST of JSON, to be answered with 200. */
    <T> T post(String route, byte[] json, Decoder<T> decoder) {
        return perform(reported(Exchange.change(route, RequestBody.json(json))), HttpStatus.SC_OK, decoder);
    }

    /** Changes something: a POST without a body, to be answered with 204. */
    void post(String route) {
        perform(reported(Exchange.change(route, RequestBody.empty())), HttpStatus.SC_NO_CONTENT, Decoder.NONE);
    }

    /**
     * Does what {@link #get} does, and leaves the exchange, and what the decoder left of the answer, to calls to come.
     *
     * @return null if the answer was read to its end
     */
    <T> @Nullable T open(Exchange exchange, Decoder<@Nullable T> decoder) {
        return unlessCancelled(exchange, answer(reported(exchange), HttpStatus.SC_OK, decoder));
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

    private Exchange reported(Exchange exchange) {
        report.sends(exchange);
        return exchange;
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
            if (exchange.status() != wanted) {
                throw Failures.status(operation, exchange, wanted);
            }
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
        } catch (MalformedBodyException unreadable) {
            throw Failures.body(operation, exchange, unreadable);
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

    /** Says why an exchange broke: the call was to end, or else the connection is to blame. */
    private AnchorRepositoryException failure(Exchange exchange, @Nullable Exception cause) {
        if (Failures.isNoHttp(cause)) {
            return Failures.noHttp(operation, exchange, cause);
        }
        if (caller.isInterrupted()) {
            return new InterruptedCallException(operation, exchange.effect(), cause);
        }
        if (isOverdue(System.nanoTime())) {
            return new TimedOutException(operation, exchange.effect(), timeout, cause);
        }
        return Failures.connection(operation, exchange, client.transport(), cause);
    }

    /** Whether the call is to end, whatever it does. */
    private boolean isDue(long now) {
        return isOverdue(now) || caller.isInterrupted() || client.transport().isClosed();
    }

    private boolean isOverdue(long now) {
        return now - deadline >= 0;
    }
}
