package dev.anchors.http.internal.calls;

import dev.anchors.ports.AnchorRepositoryException;
import java.io.IOException;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * A call whose response is read part by part. {@link #open} and each {@link #read} have a whole timeout for themselves, so
 * that what the stream's consumer does in between takes none of it.
 *
 * <p>It belongs to one thread at a time, {@link #cancel} apart.
 */
public final class StreamCall {

    /** Reads some of a response. */
    @FunctionalInterface
    public interface Part<T extends @Nullable Object> {

        /** Returns what was read; null behind the last part. */
        T read() throws IOException;
    }

    private final Call call;
    private final Duration timeBetweenParts;
    private final AtomicInteger openStreams;
    private volatile @Nullable Exchange exchange; // once the stream is opened
    private boolean isCounted;
    private boolean ended;

    /**
     * Begins to read by {@code call}.
     *
     * @param openStreams counts the streams that were neither read to their end nor closed
     */
    StreamCall(Call call, Duration timeBetweenParts, AtomicInteger openStreams) {
        this.call = call;
        this.timeBetweenParts = timeBetweenParts;
        this.openStreams = openStreams;
    }

    /**
     * Sends a request and returns what its decoder makes of the begin of the response, which stays open for {@link #read}.
     *
     * @throws AnchorRepositoryException if the response is no success, or cannot be understood
     */
    public <T> T open(Request<T> request) {
        Exchange opened = call.reportedExchange(request);
        exchange = opened;
        T begin = call.open(opened, request);
        openStreams.incrementAndGet();
        isCounted = true;
        return begin;
    }

    /**
     * Reads more of the response that {@link #open} left open.
     *
     * @return what was read; null if that was the end
     * @throws AnchorRepositoryException if the response cannot be read on
     */
    public <T extends @Nullable Object> T read(Part<T> part) {
        return call.read(Objects.requireNonNull(exchange), part, timeBetweenParts);
    }

    /** Ends what the thread of the call waits for; from any thread. */
    public void cancel() {
        Exchange opened = exchange;
        if (opened != null) {
            opened.cancel();
        }
    }

    /** Ends the call as a success. */
    public void complete() {
        Exchange opened = exchange;
        if (opened != null && !ended) {
            opened.keepConnection();
        }
        end(null);
    }

    /** Ends the call as a failure. */
    public void fail(Throwable failure) {
        end(failure);
    }

    private void end(@Nullable Throwable failure) {
        if (ended) {
            return;
        }
        ended = true;
        try {
            Exchange opened = exchange;
            if (opened != null) {
                opened.close();
            }
        } finally {
            if (isCounted) {
                openStreams.decrementAndGet();
            }
            call.end(failure);
        }
    }
}
