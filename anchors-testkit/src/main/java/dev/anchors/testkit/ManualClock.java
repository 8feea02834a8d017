package dev.anchors.testkit;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;

/** A clock that stands still until it is told otherwise. Safe for any number of threads. */
public final class ManualClock implements InstantSource {

    private final AtomicReference<Instant> now;

    private ManualClock(Instant start) {
        now = new AtomicReference<>(Objects.requireNonNull(start, "start"));
    }

    /** Returns a clock that shows {@code start}. */
    public static ManualClock startingAt(Instant start) {
        return new ManualClock(start);
    }

    @Override
    public Instant instant() {
        return now.get();
    }

    /** Moves the clock by {@code step}, backwards if that is negative, and returns what it then shows. */
    public Instant advance(Duration step) {
        return now.updateAndGet(instant -> instant.plus(step));
    }
}
