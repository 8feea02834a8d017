package dev.anchors.testkit.contract;

import dev.anchors.domain.AssetId;
import dev.anchors.domain.MaterialId;
import dev.anchors.domain.SeededAnchor;
import dev.anchors.ports.Transferables;
import java.time.Duration;

/** One step of a random history. */
sealed interface Step {

    /**
     * Creates {@code count} anchors of one seed; the repository is compared with the model once, afterwards.
     *
     * @param number the number of the first of the anchors
     */
    record Create(int number, SeededAnchor seed, Transferables transferables, int count) implements Step {}

    /** A step that uses the id of an anchor. */
    sealed interface WithTarget extends Step {
        Target target();
    }

    /** Deletes an anchor, or tries to. */
    record Delete(Target target) implements WithTarget {}

    /** Removes a link to an asset by the core port, or tries to. */
    record Disassociate(Target target, AssetId asset) implements WithTarget {}

    /** Makes a link, or tries to. */
    record Link(Target target, MaterialId material) implements WithTarget {}

    /** Removes a link by the port for links, or tries to. */
    record Unlink(Target target, MaterialId material) implements WithTarget {}

    /** Looks for an anchor. */
    record Find(Target target) implements WithTarget {}

    /** Moves the clock once. */
    record MoveClock(Duration by) implements Step {}

    /** Makes the clock move after each reading. */
    record TickClock(Duration by) implements Step {}

    /** Reads the first anchor of a stream and closes the stream. */
    record LeaveStream() implements Step {}

    /** Passes null to each operation. */
    record PassNull() implements Step {}
}
