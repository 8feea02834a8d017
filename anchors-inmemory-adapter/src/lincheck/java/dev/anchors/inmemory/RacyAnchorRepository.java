package dev.anchors.inmemory;

import dev.anchors.domain.Anchor;
import dev.anchors.domain.AnchorId;
import dev.anchors.domain.Anchors;
import dev.anchors.domain.AssetId;
import dev.anchors.domain.MaterialId;
import dev.anchors.domain.SeededAnchor;
import dev.anchors.ports.AnchorLinks;
import dev.anchors.ports.AnchorRepository;
import dev.anchors.ports.Operation;
import dev.anchors.ports.Transferables;
import java.util.Optional;

/** A repository without a lock: another thread can change the store between the read and the write of a change. */
final class RacyAnchorRepository implements AnchorRepository, AnchorLinks {

    private final AnchorFactory factory;
    private volatile StoreVersion current = StoreVersion.empty();

    RacyAnchorRepository(AnchorFactory factory) {
        this.factory = factory;
    }

    @Override
    public Anchor create(SeededAnchor seed, Transferables transferables) {
        Anchor anchor = factory.make(seed);
        current = current.with(anchor);
        return anchor;
    }

    @Override
    public Anchors snapshot(Transferables transferables) {
        return Anchors.over(current);
    }

    @Override
    public Optional<Anchor> find(AnchorId anchor) {
        return current.find(anchor);
    }

    @Override
    public void delete(AnchorId anchor) {
        StoreVersion before = current;
        current = before.without(before.require(anchor, Operation.DELETE));
    }

    @Override
    public void disassociate(AnchorId anchor, AssetId asset) {
        disassociate(anchor, (MaterialId) asset);
    }

    @Override
    public void disassociate(AnchorId anchor, MaterialId material) {
        StoreVersion before = current;
        Anchor linked = before.require(anchor, Operation.DISASSOCIATE);
        if (linked.links().contains(material)) {
            current =
                    before.replaced(linked, linked.toBuilder().unlink(material).build());
        }
    }

    @Override
    public void associate(AnchorId anchor, MaterialId material) {
        StoreVersion before = current;
        Anchor unlinked = before.require(anchor, Operation.ASSOCIATE);
        if (!unlinked.links().contains(material)) {
            current = before.replaced(
                    unlinked, unlinked.toBuilder().link(material).build());
        }
    }

    @Override
    public void close() {}
}
