package dev.anchors.http.internal.calls;

import dev.anchors.http.internal.json.CancellationToken;
import dev.anchors.http.internal.json.MalformedBodyException;
import dev.anchors.ports.AnchorRepositoryException;
import dev.anchors.ports.Effect;
import dev.anchors.ports.InterruptedCallException;
import dev.anchors.ports.Operation;
import dev.anchors.ports.TimedOutException;
import java.io.IOException;
import java.time.Duration;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.Lock;
import org.apache.hc.core5.http.HttpStatus;
import org.apache.hc.core5.http.message.BasicHeader;
import org.jspecify.annotations.Nullable;

/**
 * One operation of the port under way. It sends one or a few requests, one after the other, and one deadline covers them
 * all; whatever breaks on the way becomes one failure of the port's family.
 *
 * <p>A stream is one call, too: {@link #open} and each {@link #read} have a whole timeout for themselves, so that what the
 * stream's consumer does in between takes none of it.
 *
 * <p>It belongs to one thread at a time, {@link #cancel} apart.
 */
public final class Call implements Watchdog.Watched {

    /** Reads some of a response. */
    @FunctionalInterface
    public interface Part<T extends @Nullable Object> {

        /** Returns what was read; null behind the last part. */
        T read() throws IOException;
    }

    private final Operation operation;
    private final CallSettings settings;
    private final Watchdog watchdog;
    private final AtomicInteger openStreams; // streams that were neither read to their end nor closed
    private final long begin = System.nanoTime();
    private final Deadline deadline;
    private final CancellationToken token = () -> isDue(System.nanoTime());

    private @Nullable Exchange current; // guarded by this; what is cancelled when the call is to end
    private Watchdog.@Nullable Watch watch; // present while there is a current exchange
    private volatile @Nullable Exchange opened; // the exchange of a stream
    private @Nullable Exchange reported;
    private boolean isOpenStream;
    private boolean ended;

    Call(Operation operation, CallSettings settings, Watchdog watchdog, AtomicInteger openStreams) {
        this.operation = operation;
        this.settings = settings;
        this.watchdog = watchdog;
        this.openStreams = openStreams;
        deadline = new Deadline(settings.timeout());
    }

    /**
     * Sends a request and returns the response, whatever its status.
     *
     * @throws AnchorRepositoryException if there is no response that can be understood
     */
    public <T> Response<T> send(Request<T> request) {
        Exchange exchange = identified(request);
        reported = exchange;
        return send(exchange, request);
    }

    /** Does the same for a look-up beside the operation, of which the observer is not notified. */
    public <T> Response<T> lookUp(Request<T> request) {
        return send(identified(request), request);
    }

    /** Does the same to get the id of the application, which other requests need. */
    <T> Response<T> register(Request<T> request) {
        return send(exchange(request), request);
    }

    /**
     * Sends a request and returns what its decoder makes of the begin of the response, which stays open for {@link #read}.
     *
     * @throws AnchorRepositoryException if the response is no success, or cannot be understood
     */
    public <T> T open(Request<T> request) {
        Exchange exchange = identified(request);
        reported = exchange;
        opened = exchange;
        try {
            Response<T> response = exchange(exchange, request);
            T begin = unlessCancelled(exchange, response.value());
            openStreams.incrementAndGet();
            isOpenStream = true;
            return begin;
        } finally {
            unwatch();
        }
    }

    /**
     * Reads more of the response that {@link #open} left open.
     *
     * @return what was read; null if that was the end
     * @throws AnchorRepositoryException if the response cannot be read on
     */
    public <T> @Nullable T read(Part<@Nullable T> part) {
        Exchange exchange = Objects.requireNonNull(opened);
        deadline.restart(settings.timeBetweenAnchors());
        try {
            watch(exchange);
            return unlessCancelled(exchange, read(exchange, part));
        } finally {
            unwatch();
        }
    }

    /** Ends what the thread of the call waits for; from any thread. */
    public void cancel() {
        Exchange open = opened;
        if (open != null) {
            open.cancel();
        }
    }

    /** Ends the call as a success. */
    public void complete() {
        Exchange open = opened;
        if (open != null && !ended) {
            open.keepConnection();
        }
        end(null);
    }

    /** Ends the call as a failure. */
    public void fail(Throwable failure) {
        end(failure);
    }

    /** Called by the watchdog at every look; a response that was read to its end loses nothing by a late cancel. */
    @Override
    public synchronized void endIfDue(long nanoTime) {
        if (current != null && isDue(nanoTime)) {
            current.cancel();
        }
    }

    /**
     * Waits for the lock no longer than the call may take.
     *
     * @param reason what the thread that holds the lock does
     */
    void acquire(Lock lock, String reason) {
        try {
            if (lock.tryLock(deadline.timeLeft(), TimeUnit.NANOSECONDS)) {
                return;
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new InterruptedCallException(operation, Effect.NONE, interrupted);
        }
        throw new TimedOutException(operation, Effect.NONE, deadline.timeout(), reason, "allow more time", null);
    }

    /** Starts an exchange that carries the id of the application, which registers first if it has none yet. */
    private Exchange identified(Request<?> request) {
        Exchange exchange = exchange(request);
        Registration registration = settings.registration();
        if (registration != null) {
            registration.id(this).ifPresent(id -> exchange.header(new BasicHeader(Registration.HEADER, id)));
        }
        return exchange;
    }

    private Exchange exchange(Request<?> request) {
        Exchange exchange = request.exchange();
        settings.headers().forEach(exchange::header);
        return exchange;
    }

    private <T> Response<T> send(Exchange exchange, Request<T> request) {
        try (exchange) {
            Response<T> response = exchange(exchange, request);
            exchange.keepConnection();
            return response;
        } finally {
            unwatch();
        }
    }

    private <T> Response<T> exchange(Exchange exchange, Request<T> request) {
        awaitConnection(exchange);
        watch(exchange);
        try {
            exchange.send(settings.connections());
        } catch (IOException | RuntimeException broken) { // a closed or cancelled client throws unchecked exceptions
            throw failure(exchange, broken);
        }
        return read(exchange, () -> response(exchange, request));
    }

    private void awaitConnection(Exchange exchange) {
        try {
            if (!exchange.lease(settings.connections(), deadline.timeLeft())) {
                throw failure(exchange, null);
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw failure(exchange, interrupted);
        }
    }

    private <T> Response<T> response(Exchange exchange, Request<T> request) throws IOException {
        int status = exchange.status();
        ResponseBody body = exchange.responseBody();
        boolean isSuccess = status == request.success();
        T meaning =
                isSuccess ? request.decode(body.content(settings.maxResponseBytes()), token) : request.meaning(status);
        String text = status >= HttpStatus.SC_CLIENT_ERROR ? body.text() : ""; // nobody reads another text
        return new Response<>(operation, exchange.effect(), status, request, meaning, text);
    }

    private <T extends @Nullable Object> T read(Exchange exchange, Part<T> part) {
        try {
            return part.read();
        } catch (IOException | RuntimeException broken) {
            throw failure(exchange, broken);
        }
    }

    /** Returns the part, unless the watchdog has closed the connection over which the rest was to arrive. */
    private <T extends @Nullable Object> T unlessCancelled(Exchange exchange, T part) {
        unwatch();
        if (part != null && exchange.isCancelled()) {
            throw failure(exchange, null);
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
            throw failure(exchange, null);
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

    /** Says why an exchange broke: the response is to blame, or the call was to end, or else the connection broke. */
    private AnchorRepositoryException failure(Exchange exchange, @Nullable Exception cause) {
        Failures failures = new Failures(operation, exchange, settings.connections());
        if (cause instanceof MalformedBodyException malformed) {
            return failures.malformedBody(malformed);
        }
        if (Failures.isNotHttp(cause)) {
            return failures.notHttp(cause);
        }
        if (deadline.isCallerInterrupted()) {
            return new InterruptedCallException(operation, exchange.effect(), cause);
        }
        if (deadline.hasPassed(System.nanoTime())) {
            return failures.timedOut(deadline.timeout(), openStreams.get(), cause);
        }
        return failures.connection(cause);
    }

    private void end(@Nullable Throwable failure) {
        if (ended) {
            return;
        }
        ended = true;
        Exchange open = opened;
        if (open != null) {
            open.close();
        }
        if (isOpenStream) {
            openStreams.decrementAndGet();
        }
        CallObserver observer = settings.observer();
        if (observer != null) {
            report(observer, failure);
        }
    }

    private void report(CallObserver observer, @Nullable Throwable failure) {
        Exchange last = reported != null && reported.hasResponse() ? reported : null;
        OptionalInt status = last == null ? OptionalInt.empty() : OptionalInt.of(last.status());
        long bytes = last == null ? 0 : last.responseBody().bytesRead();
        Duration duration = Duration.ofNanos(System.nanoTime() - begin);
        try {
            observer.callEnded(operation, status, duration, bytes, failure);
        } catch (Throwable ofTheObserver) {
            // the outcome of the call is certain, whatever an observer makes of it
        }
    }
}
