package dev.anchors.ports;

import dev.anchors.domain.AnchorId;
import dev.anchors.domain.MaterialId;

/**
 * Makes and removes links between anchors and materials of every kind.
 *
 * <p>{@link FullAnchorRepository#links} returns this role of a repository, a view that shares the connections, the clock and
 * the life of the repository. The rules that {@link AnchorRepository} states for every operation (ARG-1, CON-1 to CON-3,
 * LIF-1, FAI-1 to FAI-4) bind both operations here, and {@code AnchorLinksContract} in {@code anchors-testkit} has tests for
 * them and for the rules of this port:
 *
 * <ul>
 *   <li><b>LNK-1</b> associate links the material to the anchor. Doing it twice is success, and the second time changes
 *       nothing. The material need not be known to the repository.
 *   <li><b>LNK-2</b> only that link of that anchor changes: associate makes it, and disassociate removes it, if present.
 *       Every other link (also a link to a material of another kind with the same text), name, point and anchor is
 *       unchanged.
 *   <li><b>LNK-3</b> when a link was made or removed, updated becomes the time of the call (never earlier than before); when
 *       nothing changed, updated stays.
 *   <li><b>LNK-4</b> an unknown or deleted anchor is an {@link AnchorNotFoundException}, and nothing changed.
 *   <li><b>LNK-5</b> disassociate of an asset is the same operation as {@link AnchorRepository#disassociate
 *       AnchorRepository.disassociate}.
 * </ul>
 */
public interface AnchorLinks {

    /**
     * Links a material to an anchor (LNK-1).
     *
     * @throws NullPointerException if an argument is null
     * @throws AnchorNotFoundException if there is no such anchor
     * @throws AnchorRepositoryException if the call failed otherwise; with {@link Effect#UNKNOWN} the link may exist, and the
     *     call may be repeated
     * @throws IllegalStateException if the repository is closed
     */
    void associate(AnchorId anchor, MaterialId material);

    /**
     * Removes the link between an anchor and a material (LNK-2). The anchor and the material remain. If there is no such
     * link, the call succeeds and changes nothing.
     *
     * @throws NullPointerException if an argument is null
     * @throws AnchorNotFoundException if there is no such anchor
     * @throws AnchorRepositoryException if the call failed otherwise; with {@link Effect#UNKNOWN} the link may be gone, and the
     *     call may be repeated
     * @throws IllegalStateException if the repository is closed
     */
    void disassociate(AnchorId anchor, MaterialId material);
}
