package dev.anchors.testkit.contract;

import java.time.Duration;
import java.time.Instant;

/** The times from {@code earliest} to {@code latest}, both inclusive. */
record TimeRange(Instant earliest, Instant latest) {

    TimeRange including(Instant time) {
        return new TimeRange(time.isBefore(earliest) ? time : earliest, time.isAfter(latest) ? time : latest);
    }

    /** Returns this range, made longer at both ends. */
    TimeRange widened(Duration by) {
        return new TimeRange(earliest.minus(by), latest.plus(by));
    }

    /** Returns this range with each time before {@code time} replaced by {@code time}. */
    TimeRange notBefore(Instant time) {
        return new TimeRange(earliest.isBefore(time) ? time : earliest, latest.isBefore(time) ? time : latest);
    }

    boolean contains(Instant time) {
        return !time.isBefore(earliest) && !time.isAfter(latest);
    }

    @Override
    public String toString() {
        return earliest.equals(latest) ? earliest.toString() : earliest + " to " + latest;
    }
}
