package dev.anchors.testkit.contract;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** A clock that can move at each reading and records which times it showed during a call. Thread-safe. */
final class HistoryClock implements InstantSource {

    private Instant now;
    private Duration tick = Duration.ZERO;
    private TimeRange shown;

    HistoryClock(Instant start) {
        now = start;
        shown = new TimeRange(start, start);
    }

    @Override
    public synchronized Instant instant() {
        Instant reading = now;
        shown = shown.including(reading);
        now = now.plus(tick);
        return reading;
    }

    /** Moves the clock, backwards if {@code step} is negative. */
    synchronized void advance(Duration step) {
        now = now.plus(step);
    }

    /** Moves the clock by {@code step} after each reading from now on. */
    synchronized void tick(Duration step) {
        tick = step;
    }

    /** Begins to record the times of a call. */
    synchronized void beginCall() {
        shown = new TimeRange(now, now);
    }

    /** Returns the range of the times that the clock showed since the call began. */
    synchronized TimeRange shownDuringCall() {
        return shown;
    }
}
