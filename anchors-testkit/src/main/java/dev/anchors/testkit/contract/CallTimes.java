package dev.anchors.testkit.contract;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoField;
import java.util.Set;

/**
 * The times that a repository may use as the time of a call: the times that the given clock showed during the call or,
 * without {@link Ability#USES_GIVEN_CLOCK}, the times of the machine with a tolerance of two seconds.
 */
final class CallTimes {

    private static final Duration SPARE = Duration.ofSeconds(2);

    private final HistoryClock clock;
    private final boolean given;
    private final Duration lost;
    private Instant began = Instant.EPOCH;

    /** @param precision the unit in which the repository keeps times */
    CallTimes(HistoryClock clock, Duration precision, Set<Ability> abilities) {
        this.clock = clock;
        this.given = abilities.contains(Ability.USES_GIVEN_CLOCK);
        this.lost = precision.minusNanos(1);
    }

    void beginCall() {
        clock.beginCall();
        began = Instant.now();
    }

    /** Returns the accepted times of the call that began last. */
    TimeRange ofCall() {
        return given ? clock.shownDuringCall().widened(lost) : new TimeRange(began, Instant.now()).widened(SPARE);
    }

    /** Returns the largest unit, of seconds, milliseconds, microseconds and nanoseconds, that a time is a multiple of. */
    static Duration precisionOf(Instant time) {
        int nanos = time.get(ChronoField.NANO_OF_SECOND);
        for (int unit : new int[] {1_000_000_000, 1_000_000, 1_000}) {
            if (nanos % unit == 0) {
                return Duration.ofNanos(unit);
            }
        }
        return Duration.ofNanos(1);
    }
}
