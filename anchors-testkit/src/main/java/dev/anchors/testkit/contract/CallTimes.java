package dev.anchors.testkit.contract;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoField;
import java.util.Set;

/**
 * The times that a repository may give to a call: those that the given clock showed during the call or, without
 * {@link Ability#USES_GIVEN_CLOCK}, those of this machine with two seconds to spare at both ends.
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

    /** Returns the times that the call which began last may have been given. */
    TimeRange ofCall() {
        return given ? clock.shownDuringCall().widened(lost) : new TimeRange(began, Instant.now()).widened(SPARE);
    }

    /** Returns the unit in which a repository keeps times that says its precision by the digits of a time. */
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
