package dev.anchors.http;

import dev.anchors.domain.Anchor;
import dev.anchors.http.internal.json.AnchorsReader;
import dev.anchors.ports.AnchorRepositoryException;
import dev.anchors.ports.Operation;
import java.io.IOException;
import java.io.InputStream;
import java.util.Spliterators.AbstractSpliterator;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/**
 * The anchors of a service, read from the connection as they are walked. It gives the connection back at the end of the
 * answer, and closes it when it fails or is closed before.
 *
 * <p>Any thread may walk and any may close, one after the other: each part of the answer is a call of its own, by the
 * thread that reads it.
 */
final class AnchorWalk extends AbstractSpliterator<Anchor> {

    private final ServiceClient service;
    private final Exchange exchange;
    private final CallReport report;

    /** For who reads, or frees what is read from. Nobody holds it while the consumer is at work. */
    private final Lock reading = new ReentrantLock();

    private @Nullable AnchorsReader reader;
    private @Nullable Anchor first;
    private boolean atEnd;
    private boolean freed;
    private volatile boolean closed;

    private AnchorWalk(ServiceClient service, String route) {
        super(Long.MAX_VALUE, ORDERED | NONNULL | IMMUTABLE);
        this.service = service;
        exchange = Exchange.read(route);
        report = service.report(Operation.STREAM);
    }

    /** Sends the request and returns the anchors once the first of them is there. */
    static Stream<Anchor> begin(ServiceClient service, String route) {
        AnchorWalk walk = new AnchorWalk(service, route);
        walk.first = walk.next();
        return StreamSupport.stream(walk, false).onClose(walk::close);
    }

    @Override
    public boolean tryAdvance(Consumer<? super Anchor> action) {
        Anchor anchor = next();
        if (anchor != null) {
            action.accept(anchor);
        }
        return anchor != null;
    }

    /** Returns the next anchor; null behind the last, when the connection was given back. */
    private @Nullable Anchor next() {
        reading.lock();
        try {
            return atEnd ? null : nextOfOpen();
        } finally {
            reading.unlock();
        }
    }

    private @Nullable Anchor nextOfOpen() {
        if (closed || freed) {
            throw closed(null);
        }
        try {
            Anchor next = readOrFree();
            if (next == null) {
                atEnd = true;
                report.succeeded();
            }
            return next;
        } catch (AnchorRepositoryException failure) {
            if (closed) { // by another thread, which ended the read
                throw closed(failure);
            }
            report.failed(failure);
            throw failure;
        }
    }

    private @Nullable Anchor readOrFree() {
        Anchor next = null;
        try {
            next = read();
            return next;
        } finally {
            if (next == null) {
                free();
            }
        }
    }

    private @Nullable Anchor read() {
        AnchorsReader begun = reader;
        if (begun == null) {
            try (Call call = service.begin(Operation.STREAM, report)) {
                return call.open(exchange, this::readFirst);
            }
        }
        Anchor ahead = first;
        if (ahead != null) {
            first = null;
            return ahead;
        }
        try (Call call = service.resume(Operation.STREAM, report)) {
            return call.resume(exchange, begun::next);
        }
    }

    private @Nullable Anchor readFirst(InputStream body) throws IOException {
        AnchorsReader begun = AnchorsReader.begin(body);
        reader = begun;
        return begun.next();
    }

    /** Ends a read under way on another thread, which lets go of the connection before it is freed. */
    private void close() {
        closed = true;
        exchange.cancel();
        reading.lock();
        try {
            free();
            report.succeeded();
        } finally {
            reading.unlock();
        }
    }

    /** Gives the connection back. A walk that goes on all the same fails, lest it look like one that ended. */
    private void free() {
        freed = true;
        exchange.close();
    }

    private static IllegalStateException closed(@Nullable Throwable cause) {
        return new IllegalStateException("the stream is closed", cause);
    }
}
