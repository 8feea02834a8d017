package dev.anchors.testkit.fake;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** The requests that a fake received, and those of them that no test has taken yet. Thread-safe. */
final class RequestLog {

    private final List<RecordedRequest> all = new ArrayList<>();
    private final BlockingQueue<RecordedRequest> untaken = new LinkedBlockingQueue<>();

    synchronized void add(RecordedRequest request) {
        all.add(request);
        untaken.add(request);
    }

    synchronized void clear() {
        all.clear();
        untaken.clear();
    }

    /** Returns a copy of all requests, oldest first. */
    synchronized List<RecordedRequest> all() {
        return List.copyOf(all);
    }

    /**
     * Takes the oldest request that was not taken before, or waits for the next one.
     *
     * @throws AssertionError if no request arrives in time, or if the thread is interrupted
     */
    RecordedRequest take(Duration limit) {
        RecordedRequest next = poll(limit);
        if (next == null) {
            throw new AssertionError("expected a request within " + limit.toMillis() + " ms, but received none; "
                    + all().size() + " earlier requests were taken before");
        }
        return next;
    }

    private @Nullable RecordedRequest poll(Duration limit) {
        try {
            return untaken.poll(limit.toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted while waiting for a request", interrupted);
        }
    }
}
