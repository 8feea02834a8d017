package dev.anchors.testkit;

/** Something that a repository may or may not be able to do; a contract asserts either the one or the other. */
public enum Ability {
    /**
     * Times come from the clock that {@link AnchorRepositoryContract#newRepository} is given. Without it they are
     * expected to come from the clock of this machine.
     */
    CLOCK_CAN_BE_SET
}
