package dev.anchors.http;

import dev.anchors.domain.Anchor;
import dev.anchors.http.internal.calls.Calls;
import dev.anchors.http.internal.calls.Request;
import dev.anchors.http.internal.calls.StreamCall;
import dev.anchors.http.internal.json.AnchorsReader;
import dev.anchors.http.internal.json.CancellationToken;
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
 * The anchors of a service, read from the connection as they are asked for. It is one call, which ends with the last
 * anchor, with a failure, or when the stream is closed.
 *
 * <p>Any thread may read and any thread may close, one after the other.
 */
final class AnchorSpliterator extends AbstractSpliterator<Anchor> {

    private final StreamCall call;

    /** For reading, and for ending the call. Nobody holds it while the consumer is at work. */
    private final Lock reading = new ReentrantLock();

    private final AnchorsReader reader;
    private @Nullable Anchor first;
    private boolean atEnd;
    private boolean failed;
    private volatile boolean closed;

    /** The begin of a response: what reads it, and the first anchor; null if there is none. */
    record Opening(AnchorsReader reader, @Nullable Anchor first) {

        static Opening read(InputStream body, CancellationToken token) throws IOException {
            AnchorsReader reader = AnchorsReader.begin(body, token);
            return new Opening(reader, reader.next());
        }
    }

    private AnchorSpliterator(StreamCall call, Opening opening) {
        super(Long.MAX_VALUE, ORDERED | NONNULL | IMMUTABLE);
        this.call = call;
        reader = opening.reader();
        first = opening.first();
        if (first == null) {
            end();
        }
    }

    /** Sends the request and returns the anchors once the first of them has been read. */
    static Stream<Anchor> stream(Calls calls, Request<Opening> request) {
        StreamCall call = calls.stream(Operation.STREAM);
        try {
            AnchorSpliterator anchors = new AnchorSpliterator(call, call.open(request));
            return StreamSupport.stream(anchors, false).onClose(anchors::close);
        } catch (Throwable failure) {
            call.fail(failure);
            throw failure;
        }
    }

    @Override
    public boolean tryAdvance(Consumer<? super Anchor> action) {
        Anchor anchor = next();
        if (anchor == null) {
            return false;
        }
        action.accept(anchor);
        return true;
    }

    /** Returns the next anchor; null behind the last. */
    private @Nullable Anchor next() {
        reading.lock();
        try {
            if (atEnd) {
                return null;
            }
            if (closed || failed) { // lest a stream that broke look like one that ended
                throw streamClosed(null);
            }
            Anchor readAhead = first;
            first = null;
            return readAhead == null ? readNext() : readAhead;
        } finally {
            reading.unlock();
        }
    }

    private @Nullable Anchor readNext() {
        try {
            Anchor next = call.read(reader::next);
            if (next == null) {
                end();
            }
            return next;
        } catch (AnchorRepositoryException failure) {
            throw closed ? streamClosed(failure) : failed(failure); // another thread may have ended the read
        } catch (Throwable failure) {
            failed(failure);
            throw failure;
        }
    }

    private void end() {
        atEnd = true;
        call.complete();
    }

    private <T extends Throwable> T failed(T failure) {
        failed = true;
        call.fail(failure);
        return failure;
    }

    /** Ends a read under way in another thread, and then the call. */
    private void close() {
        closed = true;
        call.cancel();
        reading.lock();
        try {
            call.complete();
        } finally {
            reading.unlock();
        }
    }

    private static IllegalStateException streamClosed(@Nullable Throwable cause) {
        return new IllegalStateException("the stream is closed", cause);
    }
}
