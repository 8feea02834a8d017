package dev.anchors.ports;

import dev.anchors.domain.Anchor;
import dev.anchors.domain.AnchorId;
import dev.anchors.domain.Anchors;
import dev.anchors.domain.AssetId;
import dev.anchors.domain.SeededAnchor;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The anchors that one service holds.
 *
 * <p>Each sentence that binds an adapter carries a rule number. A number never changes its meaning and is never used
 * again. The contract kit ({@code AnchorRepositoryContract} in {@code anchors-testkit}) has a test for each.
 *
 * <p>For every operation:
 *
 * <ul>
 *   <li><b>ARG-1</b> null is refused with {@link NullPointerException} before anything happens.
 *   <li><b>CON-1</b> any number of threads may share one repository: no create, delete or disassociate is lost.
 *   <li><b>CON-2</b> operations on one anchor take effect in some one order (they are linearizable).
 *   <li><b>CON-3</b> a snapshot, and find, show one moment: what was completed before the call began is seen, by every
 *       thread, as far as the service behind an adapter does so; the adapter adds nothing that weakens it. A stream is
 *       bound by it only if it is a snapshot.
 *   <li><b>LIF-1</b> {@link #close} is idempotent; after it every operation throws {@link IllegalStateException}
 *       when it is called. A call that is under way while the repository is closed completes or ends as an
 *       {@link AnchorRepositoryException} with its own effect. A stream that was made before goes on, or fails so when it
 *       is read.
 *   <li><b>LIF-2</b> an anchor stays until it is deleted.
 *   <li><b>FAI-1</b> every failure of the service, or of the way to it, is an {@link AnchorRepositoryException}; no type
 *       of a library that an adapter uses passes this port, save as a cause.
 *   <li><b>FAI-2</b> a failed call whose effect is {@link Effect#NONE} changed nothing.
 *   <li><b>FAI-3</b> a failure names the operation that was called (SNAPSHOT will do for a stream); the effect of a call
 *       that only reads is {@link Effect#NONE}.
 *   <li><b>FAI-4</b> an interrupt ends a call in one of two ways: the call completes as if there had been none, or it
 *       throws {@link InterruptedCallException}; either way the flag stays set, and later calls work.
 * </ul>
 */
public interface AnchorRepository extends AutoCloseable {

    /**
     * Makes an anchor and ties it to the material that the seed names.
     *
     * <ul>
     *   <li><b>CRE-1</b> the id is new: no anchor, living or deleted, ever had it.
     *   <li><b>CRE-2</b> type, name and watch are as seeded; there is exactly one point, whose path is the seed's
     *       (normalised) and whose platform is the seed's.
     *   <li><b>CRE-3</b> a seeded asset or conversation is linked; each seeded annotation becomes one linked annotation.
     *   <li><b>CRE-4</b> created equals updated and is the time of the call by the repository's clock; deleted is
     *       absent.
     *   <li><b>CRE-5</b> the same seed twice makes two anchors.
     *   <li><b>CRE-6</b> what create returned is what the next snapshot holds.
     * </ul>
     *
     * @return the anchor as the service made it
     * @throws AnchorRepositoryException if it failed; with {@link Effect#UNKNOWN} the anchor may exist nevertheless
     */
    Anchor create(SeededAnchor seed, Transferables transferables);

    /** Does what {@link #create(SeededAnchor, Transferables)} does with {@link Transferables#INCLUDED}. */
    default Anchor create(SeededAnchor seed) {
        return create(seed, Transferables.INCLUDED);
    }

    /**
     * Returns all anchors.
     *
     * <ul>
     *   <li><b>SNA-1</b> where there is nothing, the snapshot is empty.
     *   <li><b>SNA-2</b> a snapshot never changes after it was returned.
     *   <li><b>SNA-3</b> the order is the same from one snapshot to the next; iteration, {@link Anchors#find find},
     *       {@link Anchors#atPath atPath} and {@link Anchors#linkedTo linkedTo} agree.
     *   <li><b>SNA-4</b> {@link Transferables#OMITTED} leaves ids, order and links as they are; only details of points
     *       may be missing.
     * </ul>
     *
     * @throws AnchorRepositoryException if it failed
     */
    Anchors snapshot(Transferables transferables);

    /** Does what {@link #snapshot(Transferables)} does with {@link Transferables#INCLUDED}. */
    default Anchors snapshot() {
        return snapshot(Transferables.INCLUDED);
    }

    /**
     * Returns all anchors one after the other, where the whole would be too much to hold.
     *
     * <p><b>SNA-5</b> stream yields what {@link #snapshot(Transferables) snapshot} holds, in the same order.
     *
     * <p>An adapter may read as the stream is walked: close the stream, and expect a walk to fail as any call does.
     *
     * @return a sequential stream, to be closed by the caller
     * @throws AnchorRepositoryException if it failed
     */
    default Stream<Anchor> stream(Transferables transferables) {
        return snapshot(transferables).stream();
    }

    /** Does what {@link #stream(Transferables)} does with {@link Transferables#INCLUDED}. */
    default Stream<Anchor> stream() {
        return stream(Transferables.INCLUDED);
    }

    /**
     * Returns one anchor, with transferables.
     *
     * <p><b>FIN-1</b> it is there exactly when a snapshot would hold it, and the same; empty only when the service says
     * there is none. A service that could not be asked is never empty.
     *
     * @throws AnchorRepositoryException if it failed
     */
    Optional<Anchor> find(AnchorId anchor);

    /**
     * Returns one anchor, with or without transferables. With {@link Transferables#INCLUDED} it does what
     * {@link #find(AnchorId)} does.
     *
     * <p><b>FIN-2</b> find with {@link Transferables#OMITTED} has the ids, order and links that find has; only details of
     * points may be missing.
     *
     * <p>The default implementation returns what {@link #find(AnchorId)} returns.
     *
     * @throws AnchorRepositoryException if it failed
     */
    default Optional<Anchor> find(AnchorId anchor, Transferables transferables) {
        Objects.requireNonNull(anchor, "anchor");
        Objects.requireNonNull(transferables, "transferables");
        return find(anchor);
    }

    /**
     * Deletes an anchor.
     *
     * <ul>
     *   <li><b>DEL-1</b> a deleted anchor is in no later snapshot; every other anchor is unchanged.
     *   <li><b>DEL-2</b> an unknown or already deleted id is an {@link AnchorNotFoundException}, and nothing changed.
     *   <li><b>DEL-3</b> assets outlive the anchor: other anchors keep their links to them.
     * </ul>
     *
     * @throws AnchorNotFoundException if there is no such anchor
     * @throws AnchorRepositoryException if it failed otherwise
     */
    void delete(AnchorId anchor);

    /**
     * Takes the link between an anchor and an asset away.
     *
     * <ul>
     *   <li><b>DIS-1</b> the asset is gone from that anchor, and the anchor from that asset; both live on.
     *   <li><b>DIS-2</b> links of other anchors to the asset, and other links of the anchor, are unchanged.
     *   <li><b>DIS-3</b> when a link went, updated becomes the time of the call (never earlier than before); when there
     *       was none, it stays.
     *   <li><b>DIS-4</b> no such link is success, and nothing changed; no such anchor is an
     *       {@link AnchorNotFoundException}.
     * </ul>
     *
     * @throws AnchorNotFoundException if there is no such anchor
     * @throws AnchorRepositoryException if it failed otherwise
     */
    void disassociate(AnchorId anchor, AssetId asset);

    /** Frees what the repository holds on to (LIF-1). It never fails and never waits for calls under way. */
    @Override
    void close();
}
