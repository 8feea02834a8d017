package dev.anchors.testkit.contract;

import static dev.anchors.testkit.contract.RuleViolation.check;

import dev.anchors.domain.Anchor;
import dev.anchors.domain.Anchors;
import dev.anchors.domain.MaterialId;
import dev.anchors.ports.Operation;

/** A call that makes or removes a link, with the rules that it can break. */
enum LinkCall {
    /** Disassociate of the core port. */
    DISASSOCIATE_ASSET(Operation.DISASSOCIATE, Rule.DIS_1, Rule.DIS_2, Rule.DIS_3, Rule.DIS_4, Rule.DIS_4),
    ASSOCIATE(Operation.ASSOCIATE, Rule.LNK_1, Rule.LNK_2, Rule.LNK_3, Rule.LNK_1, Rule.LNK_4),
    DISASSOCIATE(Operation.DISASSOCIATE, Rule.LNK_2, Rule.LNK_2, Rule.LNK_3, Rule.LNK_3, Rule.LNK_4);

    private final Operation operation;
    private final Rule changesLink;
    private final Rule changesNothingElse;
    private final Rule updates;
    private final Rule changesNothing;
    private final Rule findsAnchor;

    LinkCall(
            Operation operation,
            Rule changesLink,
            Rule changesNothingElse,
            Rule updates,
            Rule changesNothing,
            Rule findsAnchor) {
        this.operation = operation;
        this.changesLink = changesLink;
        this.changesNothingElse = changesNothingElse;
        this.updates = updates;
        this.changesNothing = changesNothing;
        this.findsAnchor = findsAnchor;
    }

    Operation operation() {
        return operation;
    }

    /** Returns the rule that all but the link is unchanged. */
    Rule changesNothingElse() {
        return changesNothingElse;
    }

    /** Returns the rule that nothing changes if the link exists already, or does not exist. */
    Rule changesNothing() {
        return changesNothing;
    }

    /** Returns the rule for an anchor that does not exist. */
    Rule findsAnchor() {
        return findsAnchor;
    }

    /** Returns whether the call changes an anchor. */
    boolean changes(Anchor before, MaterialId material) {
        return before.links().contains(material) != makesLink();
    }

    private boolean makesLink() {
        return operation == Operation.ASSOCIATE;
    }

    /**
     * Returns the model after the call changed an anchor.
     *
     * @param shown a snapshot after the call
     * @param time the times that the call may have been given
     * @throws RuleViolation if the snapshot does not show the change
     */
    Model after(Model model, Anchor before, MaterialId material, Anchors shown, TimeRange time) {
        String id = before.id().value();
        Anchor after = shown.find(before.id())
                .orElseThrow(
                        () -> new RuleViolation(changesLink, "snapshot(INCLUDED): anchor " + id + " is missing", null));
        String state = makesLink() ? "does not exist" : "still exists";
        check(
                changesLink,
                after.links().contains(material) == makesLink(),
                "snapshot(INCLUDED): the link to %s %s",
                material,
                state);
        check(
                changesLink,
                shown.linkedTo(material).stream().anyMatch(anchor -> anchor.id().equals(before.id())) == makesLink(),
                "linkedTo(%s): anchor %s %s",
                material,
                id,
                state);
        TimeRange expected = time.notBefore(before.updated().value());
        check(
                updates,
                expected.contains(after.updated().value()),
                "snapshot(INCLUDED): updated is %s, expected %s; before the call it was %s",
                after.updated().value(),
                expected,
                before.updated().value());
        return makesLink()
                ? model.associated(before.id(), material, after.updated())
                : model.disassociated(before.id(), material, after.updated());
    }
}
