package dev.anchors.testkit.contract;

/**
 * A promise of a repository beyond the contract. The contract tests the abilities that
 * {@link AnchorRepositoryContract#abilities()} returns. For the other abilities some tests expect less, as described at
 * each ability, and JUnit shows the remaining tests as aborted, with the name of the ability.
 */
public enum Ability {
    /**
     * Times come from the clock that {@link AnchorRepositoryContract#newRepository} receives. Without this ability, times
     * have to come from the clock of the machine, with a tolerance of two seconds.
     */
    USES_GIVEN_CLOCK,

    /**
     * A snapshot has the anchors in the order in which they were created. Without this ability any order is accepted that
     * stays the same.
     */
    KEEPS_CREATION_ORDER,

    /**
     * Many threads may use the repository at the same time. The port demands this ability (rules CON-1 to CON-3); an adapter
     * under development may leave it out. The tests that need a second thread are then aborted.
     */
    THREAD_SAFE,

    /**
     * A stream has the anchors of the moment at which it was created, whatever is written later, even if the repository is
     * closed. Without this ability, a stream may read anchors while it is consumed; if the repository is closed meanwhile,
     * the stream goes on, or throws an {@link dev.anchors.ports.AnchorRepositoryException} or an
     * {@link IllegalStateException}.
     */
    STREAM_IS_A_SNAPSHOT,

    /**
     * An {@link dev.anchors.ports.AnchorNotFoundException} has the effect {@link dev.anchors.ports.Effect#NONE}. Without
     * this ability the effect may also be {@link dev.anchors.ports.Effect#UNKNOWN}: the repository
     * concluded from another request that the anchor does not exist, and cannot know whether its own call deleted the
     * anchor.
     */
    NOT_FOUND_IS_CERTAIN,

    /**
     * Threads that call {@link dev.anchors.ports.AnchorRepository#findOrCreate} at once get one anchor. Without this ability, as
     * with the default method of the port, they may create several.
     */
    FIND_OR_CREATE_IS_ATOMIC,

    /**
     * What was completed outlives the repository (rule LIF-3). Without this ability, and without
     * {@link AnchorRepositoryContract#reopen}, the test of that rule is aborted.
     */
    SURVIVES_REOPENING
}
