package dev.anchors.testkit;

import java.util.Arrays;
import java.util.Optional;

/** The rules of {@link dev.anchors.ports.AnchorRepository}, in the words of its Javadoc. */
enum Rule {
    CRE_1("the id is new: no anchor, living or deleted, ever had it"),
    CRE_2(
            "type, name and watch are as seeded; there is exactly one point, whose path is the seed's (normalised) and whose platform is the seed's"),
    CRE_3("a seeded asset or conversation is linked; each seeded annotation becomes one linked annotation"),
    CRE_4("created equals updated and is the time of the call by the repository's clock; deleted is absent"),
    CRE_5("the same seed twice makes two anchors"),
    CRE_6("what create returned is what the next snapshot holds"),
    SNA_1("where there is nothing, the snapshot is empty"),
    SNA_2("a snapshot never changes after it was returned"),
    SNA_3("the order is the same from one snapshot to the next; iteration, find, at and referencing agree"),
    SNA_4("OMITTED leaves ids, order and links as they are; only details of points may be missing"),
    SNA_5("stream yields what snapshot holds, in the same order"),
    FIN_1(
            "it is there exactly when a snapshot would hold it, and the same; empty only when the service says there is none. A service that could not be asked is never empty"),
    DEL_1("a deleted anchor is in no later snapshot; every other anchor is unchanged"),
    DEL_2("an unknown or already deleted id is an AnchorNotFoundException, and nothing changed"),
    DEL_3("assets outlive the anchor: other anchors keep their links to them"),
    DIS_1("the asset is gone from that anchor, and the anchor from that asset; both live on"),
    DIS_2("links of other anchors to the asset, and other links of the anchor, are unchanged"),
    DIS_3(
            "when a link went, updated becomes the time of the call (never earlier than before); when there was none, it stays"),
    DIS_4("no such link is success, and nothing changed; no such anchor is an AnchorNotFoundException"),
    ARG_1("null is refused with NullPointerException before anything happens"),
    CON_1("any number of threads may share one repository: no create, delete or disassociate is lost"),
    CON_2("operations on one anchor take effect in some one order (they are linearizable)"),
    LIF_1("close is idempotent; after it every operation throws IllegalStateException"),
    FAI_1(
            "every failure of the service, or of the way to it, is an AnchorRepositoryException; no type of a library that an adapter uses passes this port, save as a cause"),
    FAI_2("a failed call whose effect is NONE changed nothing");

    private final String sentence;

    Rule(String sentence) {
        this.sentence = sentence;
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
}
