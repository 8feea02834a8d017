package dev.anchors.testkit.contract;

import java.util.Arrays;
import java.util.Optional;

/** The rules of {@link dev.anchors.ports.AnchorRepository}, in the words of its Javadoc, each with a hint at a mistake. */
enum Rule {
    CRE_1(
            "the id is new: no anchor, living or deleted, ever had it",
            "take ids from a source that never repeats itself, such as random UUIDs; not from the seed, the clock or the number of anchors"),
    CRE_2(
            "type, name and watch are as seeded; there is exactly one point, with the seed's path (normalised) and the seed's platform",
            "absent stays absent, text stays as it is to the last character, and FullPath.normalized() is all that happens to the path"),
    CRE_3(
            "a seeded asset or conversation is linked; each seeded annotation becomes one linked annotation",
            "SeededAnchor.toAnchor does it; ids of annotations are new like those of anchors, two equal annotations are two, and linkedTo() has to know of the link"),
    CRE_4(
            "created equals updated and is the time of the call by the repository's clock; deleted is absent",
            "read the clock once in each create, and use the same time for created and updated; a repository that keeps fewer digits than microseconds overrides startTime(); without Ability.USES_GIVEN_CLOCK the time has to be this machine's"),
    CRE_5(
            "creating from the same seed twice creates two anchors",
            "nothing is unique but ids: neither the path nor the asset"),
    CRE_6(
            "the next snapshot holds the anchor as create returned it",
            "look for what is lost on the way to the store and back: digits of times (see startTime()), blanks, empty text, links; create respects its transferables as snapshot does"),
    SNA_1(
            "the snapshot of a repository without anchors is empty",
            "newRepository has to return a repository that shares nothing with that of another test; see cleanUp()"),
    SNA_2(
            "a snapshot never changes after it was returned",
            "copy what is there under the same lock or in the same transaction that reads it, or keep immutable state; Anchors.of makes a copy"),
    SNA_3(
            "the order is the same from one snapshot to the next; iteration, find, atPath and linkedTo agree",
            "sort by something that neither a change nor a delete moves, such as a sequence number; Anchors.of makes the ways to look agree"),
    SNA_4(
            "OMITTED leaves ids, order and links as they are; only details of points may be missing",
            "take nothing from the anchor itself, and leave each point with its id"),
    SNA_5(
            "the stream has the anchors that a snapshot holds, in the same order",
            "the default method of the port does it; one that reads page by page has to free what it holds when it is closed, half-way too"),
    FIN_1(
            "find returns the anchor exactly as a snapshot would hold it. It returns empty only if the service says that there is no such anchor, never because the service could not be asked",
            "compare whole ids, case included, and escape them where they become part of a URL or a query; catch nothing to return Optional.empty()"),
    FIN_2(
            "find with OMITTED has the ids, order and links that find has; only details of points may be missing",
            "the default method of the port does it; take nothing from the anchor itself, and leave each point with its id"),
    DEL_1(
            "a deleted anchor is in no later snapshot; every other anchor is unchanged",
            "take away the row of that id alone, and from every index too"),
    DEL_2(
            "an id that is unknown or was deleted already is an AnchorNotFoundException, and nothing changed",
            "throw new AnchorNotFoundException(Operation.DELETE, id) when nothing was there to be deleted, whatever the id looks like"),
    DEL_3(
            "assets outlive the anchor: other anchors keep their links to them",
            "a cascade of deletes must end at the links of the anchor"),
    DIS_1(
            "the anchor is no longer linked to the asset, nor the asset to the anchor; both remain",
            "take the link away on both sides: assets() of the anchor, and linkedTo(asset)"),
    DIS_2(
            "links of other anchors to the asset, and other links of the anchor, are unchanged",
            "ask for both the anchor and the asset where you take the link away, and for the kind of material"),
    DIS_3(
            "if a link was removed, updated becomes the time of the call (never earlier than before); otherwise updated stays as it was",
            "set updated to the later of its old value and the clock's time, and change nothing else; a repository that keeps fewer digits than microseconds overrides startTime()"),
    DIS_4(
            "without such a link the call succeeds and changes nothing; without such an anchor it throws AnchorNotFoundException",
            "look for the anchor first, then for the link; touch updated only when a link went"),
    ARG_1(
            "a null argument is refused with NullPointerException before anything happens",
            "begin each method with Objects.requireNonNull for each argument; stream as well, before it is walked"),
    CON_1(
            "any number of threads may share one repository: no create, delete or disassociate is lost",
            "what is read, changed and written back needs one lock or one transaction around it, and readers a consistent state"),
    CON_2(
            "operations on one anchor take effect in one order (they are linearizable)",
            "a change has to become visible everywhere at once, and no cache may answer with what was there before"),
    CON_3(
            "a snapshot, and find, show one moment: what was completed before the call began is seen, by every thread, as far as the service behind an adapter does so; the adapter adds nothing that weakens it. A stream is bound by it only if it is a snapshot",
            "read all anchors at one moment (one lock, one transaction, one immutable state) and keep no copies that a thread or a connection might read later"),
    LIF_1(
            "close is idempotent; after it every operation throws IllegalStateException when it is called. A call that is under way while the repository is closed completes or ends as an AnchorRepositoryException with its own effect. A stream that was made before goes on, or fails when it is read",
            "check that the repository is open once, when an operation begins (also of a stream), and not again while it works; close sets a flag and takes no lock that a call holds while it works; every operation looks at the flag first"),
    LIF_2(
            "an anchor stays until it is deleted",
            "look for what removes or hides anchors: an age, a number of reads, a limit of the number of anchors, a key that two anchors share"),
    FAI_1(
            "every failure of the service, or of the connection to it, is an AnchorRepositoryException; a type of a library that the adapter uses appears only as a cause",
            "catch what the library throws where it is called, lazy streams included, and throw the member of the family that fits, with the cause"),
    FAI_2(
            "a failed call whose effect is NONE changed nothing",
            "check first and change afterwards, or roll back; where you cannot know, the effect is UNKNOWN"),
    FAI_3(
            "a failure names the operation that was called (SNAPSHOT will do for a stream); the effect of a call that only reads is NONE",
            "pass the operation to where failures are created; use Operation.effectWhenUnanswered() where the outcome of a call is not known"),
    FAI_4(
            "an interrupt ends a call in one of two ways: the call completes as if there had been none, or it throws InterruptedCallException; either way the flag stays set, and later calls work",
            "after an InterruptedException or a ClosedByInterruptException set the flag again, throw InterruptedCallException, and replace the connection or file that the interrupt closed");

    private final String sentence;
    private final String hint;

    Rule(String sentence, String hint) {
        this.sentence = sentence;
        this.hint = hint;
    }

    /** Returns the rule that a test of this display name proves: the one whose number it begins with. */
    static Optional<Rule> provedBy(String displayName) {
        return Arrays.stream(values())
                .filter(rule -> displayName.startsWith(rule.number() + " "))
                .findFirst();
    }

    /** The number, for example {@code CRE-1}. */
    String number() {
        return name().replace('_', '-');
    }

    /** The letters that a family of rules has in common, for example {@code CRE}. */
    String family() {
        return name().substring(0, name().indexOf('_'));
    }

    String sentence() {
        return sentence;
    }

    /** What an implementer who broke the rule may have overlooked. */
    String hint() {
        return hint;
    }
}
