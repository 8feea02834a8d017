package dev.anchors.testkit;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;

/**
 * A clock that moves only when a test moves it.
 *
 * <p>Thread-safe. Null arguments are rejected with {@link NullPointerException}.
 */
public final class ManualClock implements InstantSource {

    private final AtomicReference<Instant> now;

    private ManualClock(Instant start) {
        now = new AtomicReference<>(Objects.requireNonNull(start, "start"));
    }

    /** Returns a clock whose current instant is {@code start}. */
    public static ManualClock startingAt(Instant start) {
        return new ManualClock(start);
    }

    /** Returns the current instant of this clock. */
    @Override
    public Instant instant() {
        return now.get();
    }

    /** Moves this clock by {@code step}, backwards if {@code step} is negative, and returns the new instant. */
    public Instant advance(Duration step) {
        return now.updateAndGet(instant -> instant.plus(step));
    }
}
