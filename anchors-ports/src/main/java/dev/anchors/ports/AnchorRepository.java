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
 * The anchors of one service: creates, finds, reads and deletes them.
 *
 * <pre>{@code
 * try (AnchorRepository anchors = HttpAnchorRepository.builder().build()) {
 *     Anchor notes = anchors.findOrCreate(SeededAnchor.directory("/home/ada/notes"));
 *     for (Anchor anchor : anchors.snapshot().below(new FullPath("/home/ada/notes"))) {
 *         System.out.println(anchor.paths() + " is linked to " + anchor.links());
 *     }
 *     anchors.delete(notes.id());
 * }
 * }</pre>
 *
 * <p>An adapter implements this port over HTTP, in memory or on a database; an application names the adapter in one place. Any
 * number of threads may share one repository. A call that fails throws an {@link AnchorRepositoryException}, whose
 * {@linkplain AnchorRepositoryException#effect() effect} says whether the call may have changed something.
 *
 * <p>Ports of their own, the roles, have what not every service can do. {@link FullAnchorRepository} is a repository with all
 * of them:
 *
 * <ul>
 *   <li>{@link AnchorLinks} makes and removes links between anchors and materials of every kind.
 * </ul>
 *
 * <h2>Rules for adapters</h2>
 *
 * <p>Each rule has a number. A number never changes its meaning and is never used for another rule. The contract kit ({@code
 * AnchorRepositoryContract} in {@code anchors-testkit}) has tests for each rule. These rules hold for every operation of every
 * role:
 *
 * <ul>
 *   <li><b>ARG-1</b> a null argument is refused with {@link NullPointerException} before anything happens.
 *   <li><b>CON-1</b> any number of threads may share one repository: no create, delete or disassociate is lost.
 *   <li><b>CON-2</b> operations on one anchor take effect in one order (they are linearizable).
 *   <li><b>CON-3</b> snapshot and find reflect every change that was completed before the call began, by whichever
 *       thread, and show one moment, as far as the service behind an adapter does so; the adapter adds nothing that
 *       weakens this. A stream is bound by this rule only if it is a snapshot.
 *   <li><b>LIF-1</b> {@link #close} is idempotent; after it every operation throws {@link IllegalStateException}
 *       when it is called. A call that is under way while the repository is closed completes or ends as an
 *       {@link AnchorRepositoryException} with its own effect. A stream that was made before goes on, or fails when it
 *       is read, with an {@link AnchorRepositoryException} or an {@link IllegalStateException}.
 *   <li><b>LIF-2</b> an anchor stays until it is deleted.
 *   <li><b>LIF-3</b> a repository that is opened again on the same store holds what was completed before.
 *   <li><b>FAI-1</b> every failure of the service, or of the connection to it, is an {@link AnchorRepositoryException}; a
 *       type of a library that the adapter uses appears only as a cause.
 *   <li><b>FAI-2</b> a failed call whose effect is {@link Effect#NONE} changed nothing.
 *   <li><b>FAI-3</b> a failure names the operation that was called (SNAPSHOT will do for a stream); the effect of a call
 *       that only reads is {@link Effect#NONE}.
 *   <li><b>FAI-4</b> an interrupt ends a call in one of two ways: the call completes as if there had been none, or it
 *       throws {@link InterruptedCallException}; either way the flag stays set, and later calls work.
 * </ul>
 */
public interface AnchorRepository extends AutoCloseable {

    /**
     * Creates an anchor and links it to the materials that the seed names.
     *
     * <ul>
     *   <li><b>CRE-1</b> the id is new: no anchor, living or deleted, ever had it.
     *   <li><b>CRE-2</b> type, name and watch are as seeded; there is exactly one point, with the seed's path
     *       (normalised) and the seed's platform.
     *   <li><b>CRE-3</b> a seeded asset, conversation or person is linked; each seeded annotation becomes one linked annotation.
     *   <li><b>CRE-4</b> created equals updated and is the time of the call by the repository's clock; deleted is
     *       absent.
     *   <li><b>CRE-5</b> creating from the same seed twice creates two anchors.
     *   <li><b>CRE-6</b> the next snapshot holds the anchor as create returned it.
     * </ul>
     *
     * @return the anchor as the service created it
     * @throws AnchorRepositoryException if the call failed; with {@link Effect#UNKNOWN} the anchor may exist nevertheless
     */
    Anchor create(SeededAnchor seed, Transferables transferables);

    /** Calls {@link #create(SeededAnchor, Transferables)} with {@link Transferables#INCLUDED}. */
    default Anchor create(SeededAnchor seed) {
        return create(seed, Transferables.INCLUDED);
    }

    /**
     * Returns the anchor of a path, and creates it if there is none.
     *
     * <ul>
     *   <li><b>FOC-1</b> findOrCreate returns the oldest anchor with that normalised path and type, unchanged, without adding
     *       links.
     *   <li><b>FOC-2</b> otherwise it creates one, as create does.
     *   <li><b>FOC-3</b> callers at once may create two, unless the adapter has the ability FIND_OR_CREATE_IS_ATOMIC.
     *   <li><b>FOC-4</b> after a create with effect UNKNOWN it looks once; if nothing is found, it throws that failure.
     * </ul>
     *
     * <p>The default implementation takes a {@link #snapshot()} and then calls {@link #create(SeededAnchor)}: its failures are
     * those of the two, and it needs the time of a snapshot, up to twice, and of a create.
     *
     * @return the anchor, with transferables
     * @throws AnchorRepositoryException if the call failed; with {@link Effect#UNKNOWN} the anchor may exist nevertheless
     */
    default Anchor findOrCreate(SeededAnchor seed) {
        return new FindOrCreate(this, Objects.requireNonNull(seed, "seed")).call();
    }

    /**
     * Returns all anchors.
     *
     * <ul>
     *   <li><b>SNA-1</b> the snapshot of a repository without anchors is empty.
     *   <li><b>SNA-2</b> a snapshot never changes after it was returned.
     *   <li><b>SNA-3</b> the order is the same from one snapshot to the next; iteration, {@link Anchors#find find},
     *       {@link Anchors#atPath atPath}, {@link Anchors#below below} and {@link Anchors#linkedTo linkedTo} agree.
     *   <li><b>SNA-4</b> {@link Transferables#OMITTED} leaves ids, order and links as they are; only details of points
     *       may be missing.
     * </ul>
     *
     * @throws AnchorRepositoryException if the call failed
     */
    Anchors snapshot(Transferables transferables);

    /** Calls {@link #snapshot(Transferables)} with {@link Transferables#INCLUDED}. */
    default Anchors snapshot() {
        return snapshot(Transferables.INCLUDED);
    }

    /**
     * Returns all anchors one after the other, for when a snapshot would need too much memory.
     *
     * <p><b>SNA-5</b> the stream has the anchors that a {@link #snapshot(Transferables) snapshot} holds, in the same order.
     *
     * <p>An adapter may read from the service while the stream is consumed. Therefore the caller closes the stream, and a
     * terminal operation may throw what a call throws.
     *
     * @return a sequential stream, to be closed by the caller
     * @throws AnchorRepositoryException if the call failed
     */
    default Stream<Anchor> stream(Transferables transferables) {
        return snapshot(transferables).stream();
    }

    /** Calls {@link #stream(Transferables)} with {@link Transferables#INCLUDED}. */
    default Stream<Anchor> stream() {
        return stream(Transferables.INCLUDED);
    }

    /**
     * Returns one anchor, with transferables.
     *
     * <p><b>FIN-1</b> find returns the anchor exactly as a snapshot would hold it. It returns empty only if the service says
     * that there is no such anchor, never because the service could not be asked.
     *
     * @throws AnchorRepositoryException if the call failed
     */
    Optional<Anchor> find(AnchorId anchor);

    /**
     * Returns one anchor, with or without transferables. With {@link Transferables#INCLUDED} the result is that of
     * {@link #find(AnchorId)}.
     *
     * <p><b>FIN-2</b> find with {@link Transferables#OMITTED} has the ids, order and links that find has; only details of
     * points may be missing.
     *
     * <p>The default implementation returns what {@link #find(AnchorId)} returns.
     *
     * @throws AnchorRepositoryException if the call failed
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
     *   <li><b>DEL-2</b> an id that is unknown or was deleted already is an {@link AnchorNotFoundException}, and nothing
     *       changed.
     *   <li><b>DEL-3</b> assets outlive the anchor: other anchors keep their links to them.
     * </ul>
     *
     * @throws AnchorNotFoundException if there is no such anchor
     * @throws AnchorRepositoryException if the call failed otherwise
     */
    void delete(AnchorId anchor);

    /**
     * Removes the link between an anchor and an asset, if present.
     *
     * <ul>
     *   <li><b>DIS-1</b> the anchor is no longer linked to the asset, nor the asset to the anchor; both remain.
     *   <li><b>DIS-2</b> links of other anchors to the asset, and other links of the anchor, are unchanged.
     *   <li><b>DIS-3</b> if a link was removed, updated becomes the time of the call (never earlier than before);
     *       otherwise updated stays as it was.
     *   <li><b>DIS-4</b> without such a link the call succeeds and changes nothing; without such an anchor it throws
     *       {@link AnchorNotFoundException}.
     * </ul>
     *
     * @throws AnchorNotFoundException if there is no such anchor
     * @throws AnchorRepositoryException if the call failed otherwise
     */
    void disassociate(AnchorId anchor, AssetId asset);

    /** Releases the resources of the repository (LIF-1). Never fails, and never waits for calls under way. */
    @Override
    void close();
}
