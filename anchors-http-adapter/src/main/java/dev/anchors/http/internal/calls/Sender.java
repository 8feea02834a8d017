package dev.anchors.http.internal.calls;

import dev.anchors.http.internal.json.CancellationToken;
import dev.anchors.ports.AnchorRepositoryException;
import dev.anchors.ports.Effect;
import dev.anchors.ports.Operation;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.Lock;
import org.apache.hc.core5.http.HttpStatus;
import org.jspecify.annotations.Nullable;

/**
 * Sends the requests of one call, one after the other, under one deadline. The deadline, an interrupt of the calling thread
 * and the end of the repository end whatever the call does. A sender belongs to one thread at a time, {@link #endIfDue} apart.
 */
final class Sender implements Watchdog.Watched {

    private final CallSettings settings;
    private final Watchdog watchdog;
    private final Deadline deadline;
    private final CancellationToken token = () -> isDue(System.nanoTime());
    private final Failures failures;

    private @Nullable Exchange current; // guarded by this; what is cancelled when the call is to end
    private Watchdog.@Nullable Watch watch; // present while there is a current exchange

    /**
     * Starts the deadline of a call.
     *
     * @param openStreams the number of streams that were neither read to their end nor closed
     */
    Sender(Operation operation, CallSettings settings, Watchdog watchdog, AtomicInteger openStreams) {
        this.settings = settings;
        this.watchdog = watchdog;
        deadline = new Deadline(settings.timeout());
        failures = new Failures(operation, settings.connections(), deadline, openStreams);
    }

    /** Starts an exchange, whose effect is {@code effectOnceSent} from the moment that the request may have been sent. */
    Exchange exchange(Request<?> request, Effect effectOnceSent) {
        Exchange exchange = request.exchange(effectOnceSent, settings.connections());
        settings.headers().forEach(exchange::header);
        return exchange;
    }

    /**
     * Sends a request, ends the exchange and returns the response, whatever its status.
     *
     * @throws AnchorRepositoryException if there is no response that can be understood
     */
    <T> Response<T> send(Exchange exchange, Request<T> request) {
        try {
            Response<T> response = receive(exchange, request);
            exchange.keepConnection();
            return response;
        } finally {
            end(exchange);
        }
    }

    /**
     * Sends a request and returns what its decoder makes of the begin of the response, which stays open.
     *
     * @throws AnchorRepositoryException if the response is no success, or cannot be understood
     */
    <T> T open(Exchange exchange, Request<T> request) {
        try {
            return unlessCancelled(exchange, receive(exchange, request).value());
        } finally {
            unwatch();
        }
    }

    /**
     * Reads more of a response that stayed open.
     *
     * @param timeout how long that may take
     * @throws AnchorRepositoryException if the response cannot be read on
     */
    <T extends @Nullable Object> T read(Exchange exchange, StreamCall.Part<T> part, Duration timeout) {
        deadline.restart(timeout);
        try {
            watch(exchange);
            return unlessCancelled(exchange, read(exchange, part));
        } finally {
            unwatch();
        }
    }

    /**
     * Waits for the lock no longer than the call may take.
     *
     * @param reason what the thread that holds the lock does
     */
    void acquire(Lock lock, String reason) {
        try {
            if (!lock.tryLock(deadline.timeLeft(), TimeUnit.NANOSECONDS)) {
                throw failures.ofWait(reason);
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw failures.ofInterruptedWait(interrupted);
        }
    }

    /** Called by the watchdog at every look; a response that was read to its end loses nothing by a late cancel. */
    @Override
    public synchronized void endIfDue(long nanoTime) {
        if (current != null && isDue(nanoTime)) {
            current.cancel();
        }
    }

    /** Waits for a connection, sends the request and returns the response as far as its decoder reads it. */
    private <T> Response<T> receive(Exchange exchange, Request<T> request) {
        awaitConnection(exchange);
        watch(exchange);
        return read(exchange, () -> {
            exchange.send(settings.connections());
            return response(exchange, request);
        });
    }

    private void awaitConnection(Exchange exchange) {
        try {
            if (!exchange.awaitConnection(deadline.timeLeft())) {
                throw failures.ofBreak(exchange, null);
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw failures.ofBreak(exchange, interrupted);
        }
    }

    private <T> Response<T> response(Exchange exchange, Request<T> request) throws IOException {
        int status = exchange.status();
        ResponseBody body = exchange.responseBody();
        boolean isSuccess = status == request.success();
        T meaning =
                isSuccess ? request.decode(body.content(settings.maxResponseBytes()), token) : request.meaning(status);
        String text = status >= HttpStatus.SC_CLIENT_ERROR ? body.text() : ""; // nobody reads another text
        return new Response<>(failures, exchange, request, meaning, text);
    }

    private <T extends @Nullable Object> T read(Exchange exchange, StreamCall.Part<T> part) {
        try {
            return part.read();
        } catch (IOException | RuntimeException broken) { // a closed or cancelled client throws unchecked exceptions
            throw failures.ofBreak(exchange, broken);
        }
    }

    /** Returns the part, unless the watchdog has closed the connection over which the rest was to arrive. */
    private <T extends @Nullable Object> T unlessCancelled(Exchange exchange, T part) {
        unwatch();
        if (part != null && exchange.isCancelled()) {
            throw failures.ofBreak(exchange, null);
        }
        return part;
    }

    /** From here on the watchdog cancels the exchange when the call is to end. */
    private void watch(Exchange exchange) {
        synchronized (this) {
            current = exchange;
        }
        watch = watchdog.watch(this);
        if (isDue(System.nanoTime())) { // perhaps before the watchdog looked, or after it stopped
            throw failures.ofBreak(exchange, null);
        }
    }

    private void end(Exchange exchange) {
        try {
            exchange.close();
        } finally {
            unwatch();
        }
    }

    /** From here on the watchdog cancels nothing. */
    private void unwatch() {
        synchronized (this) {
            current = null;
        }
        if (watch != null) {
            watch.end();
            watch = null;
        }
    }

    /** Returns whether the call is to end, whatever it does. */
    private boolean isDue(long nanoTime) {
        return deadline.hasPassed(nanoTime)
                || deadline.isCallerInterrupted()
                || settings.connections().isClosed();
    }
}
