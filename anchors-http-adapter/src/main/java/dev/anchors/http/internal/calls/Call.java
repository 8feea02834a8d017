package dev.anchors.http.internal.calls;

import dev.anchors.ports.AnchorRepositoryException;
import dev.anchors.ports.Operation;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.hc.core5.http.message.BasicHeader;
import org.jspecify.annotations.Nullable;

/**
 * One operation of the port under way. It sends one or a few requests, one after the other, under one deadline; whatever
 * breaks on the way becomes one failure of the port's family.
 *
 * <p>It belongs to one thread at a time.
 */
public final class Call {

    private final Operation operation;
    private final @Nullable Registration registration;
    private final Sender sender;
    private final CallReport report;

    /**
     * Begins a call.
     *
     * @param openStreams the number of streams that were neither read to their end nor closed
     */
    Call(Operation operation, CallSettings settings, Watchdog watchdog, AtomicInteger openStreams) {
        this.operation = operation;
        registration = settings.registration();
        sender = new Sender(operation, settings, watchdog, openStreams);
        report = new CallReport(operation, settings.observer());
    }

    /**
     * Sends a request of the operation and returns the response, whatever its status.
     *
     * @throws AnchorRepositoryException if there is no response that can be understood
     */
    public <T> Response<T> send(Request<T> request) {
        return sender.send(reportedExchange(request), request);
    }

    /** Does the same for a look-up beside the operation, of which the observer is not notified. */
    public <T> Response<T> lookUp(Request<T> request) {
        return sender.send(exchange(request), request);
    }

    /** Sends a request whose response stays open, and returns what its decoder makes of the begin of the response. */
    <T> T open(Exchange exchange, Request<T> request) {
        return sender.open(exchange, request);
    }

    /** Reads more of a response that stayed open; null behind the last part. */
    <T extends @Nullable Object> T read(Exchange exchange, StreamCall.Part<T> part, Duration timeout) {
        return sender.read(exchange, part, timeout);
    }

    /** Starts an exchange of a request of the operation. */
    Exchange reportedExchange(Request<?> request) {
        Exchange exchange = exchange(request);
        report.of(exchange);
        return exchange;
    }

    /**
     * Notifies the observer of the end of the call.
     *
     * @param failure what the call throws; null if it succeeded
     */
    void end(@Nullable Throwable failure) {
        report.end(failure);
    }

    /** Starts an exchange that carries the id of the application, which registers first if it has none yet. */
    private Exchange exchange(Request<?> request) {
        Exchange exchange = sender.exchange(request, operation.effectWhenUnanswered());
        if (registration != null) {
            registration.id(sender).ifPresent(id -> exchange.header(new BasicHeader(Registration.HEADER, id)));
        }
        return exchange;
    }
}
