package dev.anchors.testkit.contract;

import dev.anchors.domain.SeededAnchor;
import dev.anchors.ports.AnchorRepository;
import java.time.Duration;

/** One step of a random history. */
sealed interface Step {

    /**
     * Creates {@code count} anchors of one seed; the repository is compared with the model once, afterwards.
     *
     * @param number the number of the first of the anchors
     */
    record Create(int number, Call<AnchorRepository> call, int count) implements Step {

        SeededAnchor seed() {
            return call.arguments().get(Parameter.SEED);
        }

        boolean creates(int anchor) {
            return number <= anchor && anchor < number + count;
        }
    }

    /** Makes a call, if its anchor was created. */
    record Make(Call<?> call) implements Step {

        /** Returns the number of the anchor, as {@link Target#anchor} has it; 0 for none. */
        int anchor() {
            return call.arguments().target().map(Target::anchor).orElse(0);
        }
    }

    /** Moves the clock once. */
    record MoveClock(Duration by) implements Step {}

    /** Makes the clock move after each reading. */
    record TickClock(Duration by) implements Step {}

    /** Reads the first anchor of a stream and closes the stream. */
    record LeaveStream() implements Step {}

    /** Passes null to each operation. */
    record PassNull() implements Step {}
}
