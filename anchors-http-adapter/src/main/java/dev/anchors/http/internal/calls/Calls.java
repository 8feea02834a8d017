package dev.anchors.http.internal.calls;

import dev.anchors.ports.Operation;
import java.time.Duration;
import java.util.function.Function;

/** Makes calls of one service; thread-safe. */
public final class Calls implements AutoCloseable {

    private final CallSettings settings;
    private final Watchdog watchdog;

    /** Makes calls with these settings. */
    public Calls(CallSettings settings) {
        this(settings, new Watchdog());
    }

    private Calls(CallSettings settings, Watchdog watchdog) {
        this.settings = settings;
        this.watchdog = watchdog;
    }

    /** Returns calls with another timeout, which share everything else with these. */
    public Calls withTimeout(Duration timeout) {
        return new Calls(settings.withTimeout(timeout), watchdog);
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
            call.complete();
            return result;
        } catch (Throwable failure) {
            call.fail(failure);
            throw failure;
        }
    }

    /**
     * Begins a call, which the caller {@linkplain Call#complete completes} or {@linkplain Call#fail fails}.
     *
     * @throws IllegalStateException if the repository is closed
     */
    public Call begin(Operation operation) {
        requireOpen();
        return new Call(operation, settings, watchdog);
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
