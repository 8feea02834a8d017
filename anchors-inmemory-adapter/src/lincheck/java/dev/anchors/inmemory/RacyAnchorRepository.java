package dev.anchors.inmemory;

import dev.anchors.domain.Anchor;
import dev.anchors.domain.AnchorId;
import dev.anchors.domain.Anchors;
import dev.anchors.domain.AssetId;
import dev.anchors.domain.SeededAnchor;
import dev.anchors.ports.AnchorNotFoundException;
import dev.anchors.ports.AnchorRepository;
import dev.anchors.ports.Operation;
import dev.anchors.ports.Transferables;
import java.util.Optional;

/** The repository with its lock forgotten: a change reads the state and writes another, with a gap in between. */
final class RacyAnchorRepository implements AnchorRepository {

    private final AnchorFactory maker;
    private volatile StoreVersion state = StoreVersion.empty();

    RacyAnchorRepository(AnchorFactory maker) {
        this.maker = maker;
    }

    @Override
    public Anchor create(SeededAnchor seed, Transferables transferables) {
        Anchor anchor = maker.make(seed);
        state = state.with(anchor);
        return anchor;
    }

    @Override
    public Anchors snapshot(Transferables transferables) {
        return Anchors.over(state);
    }

    @Override
    public Optional<Anchor> find(AnchorId anchor) {
        return state.find(anchor);
    }

    @Override
    public void delete(AnchorId anchor) {
        StoreVersion now = state;
        now.find(anchor).orElseThrow(() -> new AnchorNotFoundException(Operation.DELETE, anchor));
        state = now.without(anchor);
    }

    @Override
    public void disassociate(AnchorId anchor, AssetId asset) {
        StoreVersion now = state;
        Anchor linked = now.find(anchor).orElseThrow(() -> new AnchorNotFoundException(Operation.DISASSOCIATE, anchor));
        state = now.changed(linked.toBuilder().unlink(asset).build());
    }

    @Override
    public void close() {}
}
