package dev.anchors.http.internal.calls;

import dev.anchors.ports.Operation;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;

/** Makes calls of one service; thread-safe. */
public final class Calls implements AutoCloseable {

    private final CallSettings settings;
    private final Watchdog watchdog;
    private final AtomicInteger openStreams;

    /** Makes calls with these settings. */
    public Calls(CallSettings settings) {
        this(settings, new Watchdog(), new AtomicInteger());
    }

    private Calls(CallSettings settings, Watchdog watchdog, AtomicInteger openStreams) {
        this.settings = settings;
        this.watchdog = watchdog;
        this.openStreams = openStreams;
    }

    /** Returns calls with another timeout, which share everything else with these. */
    public Calls withTimeout(Duration timeout) {
        return new Calls(settings.withTimeout(timeout), watchdog, openStreams);
    }

    /**
     * Makes one call, which may send several requests.
     *
     * @throws IllegalStateException if the repository is closed
     */
    public <T> T call(Operation operation, Function<Call, T> work) {
        Call call = begin(operation);
        try {
            T result = work.apply(call);
            call.end(null);
            return result;
        } catch (Throwable failure) {
            call.end(failure);
            throw failure;
        }
    }

    /**
     * Begins a call that reads a response part by part, and which the caller {@linkplain StreamCall#complete completes} or
     * {@linkplain StreamCall#fail fails}.
     *
     * @throws IllegalStateException if the repository is closed
     */
    public StreamCall stream(Operation operation) {
        return new StreamCall(begin(operation), settings.timeBetweenAnchors(), openStreams);
    }

    private Call begin(Operation operation) {
        requireOpen();
        return new Call(operation, settings, watchdog, openStreams);
    }

    /** Closes the connections, which ends all calls under way, and waits for none. */
    @Override
    public void close() {
        settings.connections().close();
        watchdog.stop();
    }

    private void requireOpen() {
        if (settings.connections().isClosed()) {
            throw new IllegalStateException("the repository is closed");
        }
    }
}
