package dev.anchors.testkit.contract;

/**
 * Something that a repository can do beyond the contract. What {@link AnchorRepositoryContract#abilities()} holds is
 * proved. For what it does not hold, the contract asserts the opposite where that can be told from outside, and reports
 * the tests as aborted, with the name of the ability, where it cannot.
 */
public enum Ability {
    /**
     * Times come from the clock that {@link AnchorRepositoryContract#newRepository} is given. Without it they are
     * expected to come from the clock of this machine.
     */
    USES_GIVEN_CLOCK,

    /** A snapshot shows the anchors in the order in which they were created. Without it any order will do that stays. */
    KEEPS_CREATION_ORDER,

    /**
     * Many threads may use the repository at once. The port demands it (CON-1, CON-2); the ability is here for an
     * adapter that is not there yet, and without it whatever needs a second thread is reported as aborted.
     */
    THREAD_SAFE,

    /**
     * A stream that was returned shows what there was then, whatever is written meanwhile, even when the repository is
     * closed. Without it the stream may read as it is walked: closed under way, it goes on or fails as calls do.
     */
    STREAM_IS_A_SNAPSHOT,

    /**
     * An {@link dev.anchors.ports.AnchorNotFoundException} has the effect {@link dev.anchors.ports.Effect#NONE}. Without
     * this ability the effect may also be {@link dev.anchors.ports.Effect#UNKNOWN}: the repository concluded from a look
     * at the service that the anchor does not exist, and cannot tell whether its own call deleted the anchor.
     */
    NOT_FOUND_IS_CERTAIN
}
