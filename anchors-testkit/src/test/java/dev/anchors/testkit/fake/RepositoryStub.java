package dev.anchors.testkit.fake;

import dev.anchors.domain.Anchor;
import dev.anchors.domain.AnchorId;
import dev.anchors.domain.AnchorPoint;
import dev.anchors.domain.AnchorPointId;
import dev.anchors.domain.Anchors;
import dev.anchors.domain.AssetId;
import dev.anchors.domain.GroupedTimestamp;
import dev.anchors.domain.MaterialId;
import dev.anchors.domain.SeededAnchor;
import dev.anchors.ports.AnchorLinks;
import dev.anchors.ports.AnchorNotFoundException;
import dev.anchors.ports.AnchorRepository;
import dev.anchors.ports.Operation;
import dev.anchors.ports.Transferables;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** A minimal repository with numbered ids and a constant time, and its links. */
class RepositoryStub implements AnchorRepository, AnchorLinks {

    static final Instant NOW = Instant.parse("2024-04-17T09:30:00Z");

    private final Map<AnchorId, Anchor> anchors = new LinkedHashMap<>();

    synchronized void put(Anchor anchor) {
        anchors.put(anchor.id(), anchor);
    }

    @Override
    public synchronized Anchor create(SeededAnchor seed, Transferables transferables) {
        int number = anchors.size() + 1;
        Anchor.Builder made = Anchor.builder(new AnchorId("anchor-" + number), seed.type())
                .point(AnchorPoint.builder(new AnchorPointId("point-" + number))
                        .fullpath(seed.fullpath())
                        .build())
                .created(GroupedTimestamp.of(NOW));
        seed.asset().ifPresent(made::link);
        put(made.build());
        return shown(made.build(), transferables);
    }

    @Override
    public synchronized Anchors snapshot(Transferables transferables) {
        return Anchors.of(anchors.values().stream()
                .map(anchor -> shown(anchor, transferables))
                .toList());
    }

    @Override
    public synchronized Optional<Anchor> find(AnchorId anchor) {
        return Optional.ofNullable(anchors.get(anchor));
    }

    @Override
    public synchronized Optional<Anchor> find(AnchorId anchor, Transferables transferables) {
        return find(anchor).map(found -> shown(found, transferables));
    }

    @Override
    public synchronized void delete(AnchorId anchor) {
        existing(Operation.DELETE, anchor);
        anchors.remove(anchor);
    }

    @Override
    public void disassociate(AnchorId anchor, AssetId asset) {
        disassociate(anchor, (MaterialId) asset);
    }

    @Override
    public synchronized void disassociate(AnchorId anchor, MaterialId material) {
        put(existing(Operation.DISASSOCIATE, anchor).toBuilder()
                .unlink(material)
                .build());
    }

    @Override
    public synchronized void associate(AnchorId anchor, MaterialId material) {
        put(existing(Operation.ASSOCIATE, anchor).toBuilder().link(material).build());
    }

    @Override
    public void close() {
        throw new IllegalStateException("the fake must not close the repository that it serves");
    }

    private Anchor existing(Operation operation, AnchorId id) {
        return find(id).orElseThrow(() -> new AnchorNotFoundException(operation, id));
    }

    static Anchor shown(Anchor anchor, Transferables transferables) {
        return transferables == Transferables.INCLUDED
                ? anchor
                : anchor.toBuilder()
                        .points(anchor.points().stream()
                                .map(point -> AnchorPoint.of(point.id()))
                                .toList())
                        .build();
    }
}
