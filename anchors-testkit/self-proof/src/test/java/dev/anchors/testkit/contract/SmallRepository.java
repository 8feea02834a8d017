package dev.anchors.testkit.contract;

import dev.anchors.domain.Anchor;
import dev.anchors.domain.AnchorId;
import dev.anchors.domain.AnchorPoint;
import dev.anchors.domain.AnchorPointId;
import dev.anchors.domain.Anchors;
import dev.anchors.domain.AnnotationId;
import dev.anchors.domain.AssetId;
import dev.anchors.domain.GroupedTimestamp;
import dev.anchors.domain.MaterialId;
import dev.anchors.domain.SeededAnchor;
import dev.anchors.ports.AnchorLinks;
import dev.anchors.ports.AnchorNotFoundException;
import dev.anchors.ports.ConnectionFailedException;
import dev.anchors.ports.Effect;
import dev.anchors.ports.FullAnchorRepository;
import dev.anchors.ports.Operation;
import dev.anchors.ports.Transferables;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A small repository that keeps every rule: a map behind a lock. Its operations are split into methods, so that a broken
 * repository overrides one of them.
 */
public class SmallRepository implements FullAnchorRepository {

    final Map<AnchorId, Anchor> anchors = new LinkedHashMap<>();
    final InstantSource clock;
    private final AtomicInteger numbers = new AtomicInteger();
    private volatile boolean closed;
    private volatile boolean disconnected;

    public SmallRepository(InstantSource clock) {
        this.clock = clock;
    }

    @Override
    public Anchor create(SeededAnchor seed, Transferables transferables) {
        Objects.requireNonNull(seed, "seed");
        Objects.requireNonNull(transferables, "transferables");
        synchronized (this) {
            requireOpen();
            requireService(Operation.CREATE);
            Anchor anchor = made(seed);
            put(anchor);
            return shown(anchor, transferables);
        }
    }

    @Override
    public Anchor findOrCreate(SeededAnchor seed) {
        Objects.requireNonNull(seed, "seed");
        synchronized (this) {
            return FullAnchorRepository.super.findOrCreate(seed);
        }
    }

    @Override
    public Anchors snapshot(Transferables transferables) {
        Objects.requireNonNull(transferables, "transferables");
        synchronized (this) {
            requireOpen();
            requireService(Operation.SNAPSHOT);
            return Anchors.of(anchors.values().stream()
                    .map(anchor -> shown(anchor, transferables))
                    .toList());
        }
    }

    @Override
    public Optional<Anchor> find(AnchorId id) {
        Objects.requireNonNull(id, "id");
        synchronized (this) {
            requireOpen();
            requireService(Operation.FIND);
            return Optional.ofNullable(anchors.get(id));
        }
    }

    @Override
    public Optional<Anchor> find(AnchorId id, Transferables transferables) {
        Objects.requireNonNull(transferables, "transferables");
        return find(id).map(anchor -> shown(anchor, transferables));
    }

    @Override
    public void delete(AnchorId id) {
        Objects.requireNonNull(id, "id");
        synchronized (this) {
            requireOpen();
            requireService(Operation.DELETE);
            remove(existing(Operation.DELETE, id));
        }
    }

    @Override
    public void disassociate(AnchorId id, AssetId asset) {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(asset, "asset");
        synchronized (this) {
            requireOpen();
            requireService(Operation.DISASSOCIATE);
            Anchor anchor = existing(Operation.DISASSOCIATE, id);
            if (anchor.assets().contains(asset)) {
                put(unlinked(anchor, asset));
            }
        }
    }

    @Override
    public AnchorLinks links() {
        return new AnchorLinks() {
            @Override
            public void associate(AnchorId anchor, MaterialId material) {
                link(anchor, material);
            }

            @Override
            public void disassociate(AnchorId anchor, MaterialId material) {
                unlink(anchor, material);
            }
        };
    }

    void link(AnchorId id, MaterialId material) {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(material, "material");
        synchronized (this) {
            requireOpen();
            requireService(Operation.ASSOCIATE);
            Anchor anchor = existing(Operation.ASSOCIATE, id);
            if (!anchor.links().contains(material)) {
                put(linked(anchor, material));
            }
        }
    }

    void unlink(AnchorId id, MaterialId material) {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(material, "material");
        synchronized (this) {
            requireOpen();
            requireService(Operation.DISASSOCIATE);
            Anchor anchor = existing(Operation.DISASSOCIATE, id);
            if (anchor.links().contains(material)) {
                put(withoutLink(anchor, material));
            }
        }
    }

    @Override
    public void close() {
        closed = true;
    }

    /** Opens the map again, as a repository opens a file. */
    final SmallRepository reopen() {
        reopened();
        closed = false;
        return this;
    }

    /** What else happens when the map is opened again. */
    void reopened() {}

    /** Makes every later operation fail as if its service could not be reached. */
    public final void disconnectService() {
        disconnected = true;
    }

    final boolean isClosed() {
        return closed;
    }

    void requireOpen() {
        if (closed) {
            throw new IllegalStateException("the repository is closed");
        }
    }

    void requireService(Operation operation) {
        if (disconnected) {
            throw new ConnectionFailedException(operation, Effect.NONE, "the map cannot be reached", null);
        }
    }

    Anchor made(SeededAnchor seed) {
        return seed.toAnchor(
                newId(), new AnchorPointId(next("point")), () -> new AnnotationId(next("annotation")), now());
    }

    AnchorId newId() {
        return new AnchorId(next("anchor"));
    }

    final String next(String kind) {
        return kind + "-" + numbers.incrementAndGet();
    }

    Instant now() {
        return clock.instant();
    }

    void put(Anchor anchor) {
        anchors.put(anchor.id(), anchor);
    }

    void remove(Anchor anchor) {
        anchors.remove(anchor.id());
    }

    Anchor existing(Operation operation, AnchorId id) {
        Anchor anchor = anchors.get(id);
        if (anchor == null) {
            throw new AnchorNotFoundException(operation, id);
        }
        return anchor;
    }

    Anchor unlinked(Anchor anchor, AssetId asset) {
        return updated(anchor, anchor.toBuilder().unlink(asset));
    }

    Anchor linked(Anchor anchor, MaterialId material) {
        return updated(anchor, anchor.toBuilder().link(material));
    }

    Anchor withoutLink(Anchor anchor, MaterialId material) {
        return updated(anchor, anchor.toBuilder().unlink(material));
    }

    private Anchor updated(Anchor anchor, Anchor.Builder changed) {
        Instant before = anchor.updated().value();
        Instant now = now();
        return changed.updated(GroupedTimestamp.of(now.isBefore(before) ? before : now))
                .build();
    }

    Anchor shown(Anchor anchor, Transferables transferables) {
        return transferables == Transferables.INCLUDED ? anchor : bare(anchor);
    }

    static Anchor bare(Anchor anchor) {
        return anchor.toBuilder()
                .points(anchor.points().stream()
                        .map(point -> AnchorPoint.of(point.id()))
                        .toList())
                .build();
    }
}
