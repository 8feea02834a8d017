package dev.anchors.testkit.contract;

import static java.util.stream.Collectors.toCollection;

import dev.anchors.ports.AnchorLinks;
import dev.anchors.ports.AnchorRepository;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/** The rules of the ports, in the words of their Javadoc, each with a hint at a mistake. */
enum Rule {
    CRE_1(
            "the id is new: no anchor, living or deleted, ever had it",
            "take ids from a source that never repeats itself, such as random UUIDs; not from the seed, the clock or the number of anchors"),
    CRE_2(
            "type, name and watch are as seeded; there is exactly one point, with the seed's path (normalised) and the seed's platform",
            "keep absent values absent, do not change any character of a text, and change the path by FullPath.normalized() only"),
    CRE_3(
            "a seeded asset, conversation or person is linked; each seeded annotation becomes one linked annotation",
            "use SeededAnchor.toAnchor; give each annotation a new id, also if two annotations are equal, and make sure that linkedTo() finds each link"),
    CRE_4(
            "created equals updated and is the time of the call by the repository's clock; deleted is absent",
            "read the clock once in each create, and use the same time for created and updated; a repository that keeps fewer digits than microseconds overrides startTime(); without Ability.USES_GIVEN_CLOCK the time has to be this machine's"),
    CRE_5(
            "creating from the same seed twice creates two anchors",
            "do not require that paths, names or assets are unique: only ids are"),
    CRE_6(
            "the next snapshot holds the anchor as create returned it",
            "look for values that the store does not keep: digits of times (see startTime()), blanks, empty text, links; create has to respect its transferables as snapshot does"),
    FOC_1(
            "findOrCreate returns the oldest anchor with that normalised path and type, unchanged, without adding links",
            "compare the normal form of the path and the raw type, and of several anchors take the one that was created first; use the default method of the port if the store cannot do more in one step"),
    FOC_2("otherwise it creates one, as create does", "let findOrCreate and create call the same code"),
    FOC_3(
            "callers at once may create two, unless the adapter has the ability FIND_OR_CREATE_IS_ATOMIC",
            "look and create under one lock or in one transaction that others wait for, or leave out Ability.FIND_OR_CREATE_IS_ATOMIC"),
    FOC_4(
            "after a create with effect UNKNOWN it looks once; if nothing is found, it throws that failure",
            "do not repeat a create of which nobody knows whether it took place: look for the anchor instead"),
    SNA_1(
            "the snapshot of a repository without anchors is empty",
            "newRepository() has to return an empty repository that shares nothing with the repository of another test; see cleanUp()"),
    SNA_2(
            "a snapshot never changes after it was returned",
            "read and copy the anchors under one lock or in one transaction, or keep immutable state, and return no collection that a caller can change; Anchors.of() makes a copy"),
    SNA_3(
            "the order is the same from one snapshot to the next; iteration, find, atPath, below and linkedTo agree",
            "sort by a value that neither a change nor a delete alters, such as a sequence number; iteration and lookups of Anchors.of() agree, and its below() compares whole names of directories"),
    SNA_4(
            "OMITTED leaves ids, order and links as they are; only details of points may be missing",
            "leave out nothing but details of points, and keep each point with its id"),
    SNA_5(
            "the stream has the anchors that a snapshot holds, in the same order",
            "use the default method of the port; a stream that reads page by page needs a unique key for its pages, and has to release its resources when it is closed, also before its end"),
    FIN_1(
            "find returns the anchor exactly as a snapshot would hold it. It returns empty only if the service says that there is no such anchor, never because the service could not be asked",
            "compare whole ids, with their case, and escape them in a URL or a query; do not return Optional.empty() when a call failed"),
    FIN_2(
            "find with OMITTED has the ids, order and links that find has; only details of points may be missing",
            "use the default method of the port, or leave out nothing but details of points and keep each point with its id"),
    DEL_1(
            "a deleted anchor is in no later snapshot; every other anchor is unchanged",
            "remove the row of that id only, and remove the anchor from every index"),
    DEL_2(
            "an id that is unknown or was deleted already is an AnchorNotFoundException, and nothing changed",
            "throw new AnchorNotFoundException(Operation.DELETE, id) if there is no anchor with that id, whatever characters the id has"),
    DEL_3(
            "assets outlive the anchor: other anchors keep their links to them",
            "delete the links of the anchor, and do not let a cascade delete the assets"),
    DIS_1(
            "the anchor is no longer linked to the asset, nor the asset to the anchor; both remain",
            "remove the link on both sides: assets() of the anchor and linkedTo(asset)"),
    DIS_2(
            "links of other anchors to the asset, and other links of the anchor, are unchanged",
            "remove only the link of the given anchor, asset and kind of material, and keep every other field as it was"),
    DIS_3(
            "if a link was removed, updated becomes the time of the call (never earlier than before); otherwise updated stays as it was",
            "set updated to the later of its old value and the clock's time, and change nothing else; a repository that keeps fewer digits than microseconds overrides startTime()"),
    DIS_4(
            "without such a link the call succeeds and changes nothing; without such an anchor it throws AnchorNotFoundException",
            "look for the anchor first and then for the link; change updated only if a link was removed"),
    ARG_1(
            "a null argument is refused with NullPointerException before anything happens",
            "begin each method with Objects.requireNonNull for each argument; stream() checks its argument when it is called"),
    CON_1(
            "any number of threads may share one repository: no create, delete or disassociate is lost",
            "read, change and write back under one lock or in one transaction, and let readers see only consistent state"),
    CON_2(
            "operations on one anchor take effect in one order (they are linearizable)",
            "make a change visible in all lookups at the same time, and do not let a cache return an earlier state"),
    CON_3(
            "snapshot and find reflect every change that was completed before the call began, by whichever thread, and show one moment, as far as the service behind an adapter does so; the adapter adds nothing that weakens this. A stream is bound by this rule only if it is a snapshot",
            "read all anchors at one moment (one lock, one transaction, one immutable state), and keep no copies of a thread or of a connection"),
    LIF_1(
            "close is idempotent; after it every operation throws IllegalStateException when it is called. A call that is under way while the repository is closed completes or ends as an AnchorRepositoryException with its own effect. A stream that was made before goes on, or fails when it is read, with an AnchorRepositoryException or an IllegalStateException",
            "begin every operation, stream() too, with a check that the repository is open, and do not check again during the call; let close() set a flag and take no lock that a running call holds"),
    LIF_2(
            "an anchor stays until it is deleted",
            "look for code that removes or hides anchors: by age, by a number of reads, by a limit of the number of anchors, by a key that two anchors share"),
    LIF_3(
            "a repository that is opened again on the same store holds what was completed before",
            "write all that a call changes before the call returns: every field, every digit of a time, every character of a text; and let no new id be one from before"),
    FAI_1(
            "every failure of the service, or of the connection to it, is an AnchorRepositoryException; a type of a library that the adapter uses appears only as a cause",
            "catch the exceptions of a library wherever it is called, also in lazy streams, and throw the AnchorRepositoryException that fits, with the exception as its cause"),
    FAI_2(
            "a failed call whose effect is NONE changed nothing",
            "check before you change, or roll back; if the outcome is not known, the effect is UNKNOWN"),
    FAI_3(
            "a failure names the operation that was called (SNAPSHOT will do for a stream); the effect of a call that only reads is NONE",
            "pass the operation to the code that creates failures; use Operation.effectWhenUnanswered() if the outcome of a call is not known"),
    FAI_4(
            "an interrupt ends a call in one of two ways: the call completes as if there had been none, or it throws InterruptedCallException; either way the flag stays set, and later calls work",
            "after an InterruptedException or a ClosedByInterruptException set the flag again, throw InterruptedCallException, and replace the connection or file that the interrupt closed"),
    LNK_1(
            AnchorLinks.class,
            "associate links the material to the anchor. Doing it twice is success, and the second time changes nothing. The material need not be known to the repository",
            "add the link on both sides: links() of the anchor, and linkedTo(material); look for the link first, and store it once, with the kind and the whole text of the id"),
    LNK_2(
            AnchorLinks.class,
            "only that link of that anchor changes: associate makes it, and disassociate removes it, if present. Every other link (also a link to a material of another kind with the same text), name, point and anchor is unchanged",
            "ask for the anchor, the kind and the id where you make or remove a link; a table of links needs all three in its key"),
    LNK_3(
            AnchorLinks.class,
            "when a link was made or removed, updated becomes the time of the call (never earlier than before); when nothing changed, updated stays",
            "set updated to the later of its old value and the clock's time, but only when a link was made or removed"),
    LNK_4(
            AnchorLinks.class,
            "an unknown or deleted anchor is an AnchorNotFoundException, and nothing changed",
            "look for the anchor first, then for the link, and throw new AnchorNotFoundException with the operation that was called"),
    LNK_5(
            AnchorLinks.class,
            "disassociate of an asset is the same operation as AnchorRepository.disassociate",
            "let one of the two call the other");

    /** The families of the rules that hold for every operation of every port. */
    private static final Set<String> SHARED = Set.of("ARG", "CON", "LIF", "FAI");

    private final Class<?> port;
    private final String sentence;
    private final String hint;

    /** A rule that the Javadoc of {@link AnchorRepository} states. */
    Rule(String sentence, String hint) {
        this(AnchorRepository.class, sentence, hint);
    }

    Rule(Class<?> port, String sentence, String hint) {
        this.port = port;
        this.sentence = sentence;
        this.hint = hint;
    }

    /** Returns the rules of some ports, and those that hold for every operation. */
    static Set<Rule> of(Set<Class<?>> ports) {
        return Arrays.stream(values())
                .filter(rule -> SHARED.contains(rule.family()) || ports.contains(rule.port))
                .collect(toCollection(() -> EnumSet.noneOf(Rule.class)));
    }

    /** Returns the rule whose number a display name begins with, which is the rule that the test proves. */
    static Optional<Rule> provedBy(String displayName) {
        return Arrays.stream(values())
                .filter(rule -> displayName.startsWith(rule.number() + " "))
                .findFirst();
    }

    /** Returns the number, for example {@code CRE-1}. */
    String number() {
        return name().replace('_', '-');
    }

    /** Returns the letters that a family of rules has in common, for example {@code CRE}. */
    String family() {
        return name().substring(0, name().indexOf('_'));
    }

    /** Returns the port whose Javadoc states the rule. */
    Class<?> port() {
        return port;
    }

    String sentence() {
        return sentence;
    }

    /** Returns advice for an adapter that breaks the rule. */
    String hint() {
        return hint;
    }
}
