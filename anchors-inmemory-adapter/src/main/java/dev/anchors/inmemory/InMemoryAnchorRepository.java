package dev.anchors.inmemory;

import dev.anchors.domain.Anchor;
import dev.anchors.domain.AnchorId;
import dev.anchors.domain.AnchorPointId;
import dev.anchors.domain.Anchors;
import dev.anchors.domain.AnnotationId;
import dev.anchors.domain.AssetId;
import dev.anchors.domain.GroupedTimestamp;
import dev.anchors.domain.SeededAnchor;
import dev.anchors.ports.AnchorNotFoundException;
import dev.anchors.ports.AnchorRepository;
import dev.anchors.ports.Operation;
import dev.anchors.ports.Transferables;
import java.time.Clock;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * A repository that lives in this program's memory: exact to every rule of {@link AnchorRepository}, thread-safe, and
 * deterministic where its clock and its ids are.
 *
 * <p>Reading never waits, and a snapshot costs the same whatever it holds. Writers wait for one another for the moment
 * of a change, but never while a clock or an id source of yours runs.
 *
 * <p>The published description of the service leaves open what follows. These are choices, not facts:
 *
 * <ul>
 *   <li>anchors are ordered as they were created, and a change does not move them;
 *   <li>two anchors may have the same path, type and name;
 *   <li>a path is normalised as {@link dev.anchors.domain.FullPath#normalized()} says;
 *   <li>seeded persons are linked and a seeded version stamp is kept; a name that was not seeded stays absent;
 *   <li>the contents of a seeded annotation are not kept, only its new id; score, readable times and verified are absent;
 *   <li>{@link Transferables#OMITTED} leaves out everything of a point but its id, in what create and find return too;
 *   <li>a deleted anchor leaves no trace, and disassociating changes nothing of the points.
 * </ul>
 */
public final class InMemoryAnchorRepository implements AnchorRepository {

    private final AnchorFactory maker;
    private final InstantSource clock;
    private final IssuedIds ids; // guarded by writing
    private final ReentrantLock writing = new ReentrantLock();
    private volatile @Nullable StoreVersion state; // null once closed

    private InMemoryAnchorRepository(AnchorFactory maker, IssuedIds ids, StoreVersion state) {
        this.maker = maker;
        clock = maker.clock();
        this.ids = ids;
        this.state = state;
    }

    /** Returns an empty repository with the system's clock and random ids. */
    public static InMemoryAnchorRepository create() {
        return builder().build();
    }

    /** Starts a repository. */
    public static Builder builder() {
        return new Builder();
    }

    @Override
    public Anchor create(SeededAnchor seed, Transferables transferables) {
        Objects.requireNonNull(seed, "seed");
        Objects.requireNonNull(transferables, "transferables");
        current();
        Anchor anchor = maker.make(seed);
        change(state -> {
            ids.give(anchor.id());
            return state.with(anchor);
        });
        return shown(anchor, transferables);
    }

    @Override
    public Anchors snapshot(Transferables transferables) {
        Objects.requireNonNull(transferables, "transferables");
        StoreVersion now = current();
        return Anchors.over(transferables == Transferables.INCLUDED ? now : new AnchorsWithoutDetails(now));
    }

    @Override
    public Optional<Anchor> find(AnchorId anchor) {
        Objects.requireNonNull(anchor, "anchor");
        return current().find(anchor);
    }

    @Override
    public Optional<Anchor> find(AnchorId anchor, Transferables transferables) {
        Objects.requireNonNull(transferables, "transferables");
        return find(anchor).map(found -> shown(found, transferables));
    }

    @Override
    public void delete(AnchorId anchor) {
        Objects.requireNonNull(anchor, "anchor");
        change(state -> {
            held(state, anchor, Operation.DELETE);
            return state.without(anchor);
        });
    }

    @Override
    public void disassociate(AnchorId anchor, AssetId asset) {
        Objects.requireNonNull(anchor, "anchor");
        Objects.requireNonNull(asset, "asset");
        current();
        Instant now = clock.instant();
        change(state -> {
            Anchor linked = held(state, anchor, Operation.DISASSOCIATE);
            return linked.assets().contains(asset) ? state.changed(unlinked(linked, asset, now)) : state;
        });
    }

    @Override
    public void close() {
        writing.lock();
        try {
            state = null;
        } finally {
            writing.unlock();
        }
    }

    /** Says how many anchors it holds, or that it is closed. */
    @Override
    public String toString() {
        StoreVersion now = state;
        return "InMemoryAnchorRepository[" + (now == null ? "closed" : now.size() + " anchors") + "]";
    }

    private static Anchor shown(Anchor anchor, Transferables transferables) {
        return transferables == Transferables.INCLUDED ? anchor : AnchorsWithoutDetails.bare(anchor);
    }

    private static Anchor held(StoreVersion state, AnchorId anchor, Operation operation) {
        return state.find(anchor).orElseThrow(() -> new AnchorNotFoundException(operation, anchor));
    }

    private static Anchor unlinked(Anchor anchor, AssetId asset, Instant now) {
        Anchor.Builder changed = anchor.toBuilder().unlink(asset);
        if (now.isAfter(anchor.updated().value())) { // a clock that was set back does not turn the anchor's time back
            changed.updated(GroupedTimestamp.of(now));
        }
        return changed.build();
    }

    /** Swaps the state under the lock; the change must be one of our own, for a caller's code never runs under it. */
    private void change(UnaryOperator<StoreVersion> change) {
        writing.lock();
        try {
            state = change.apply(current());
        } finally {
            writing.unlock();
        }
    }

    private StoreVersion current() {
        StoreVersion now = state;
        if (now == null) {
            throw new IllegalStateException("the repository is closed");
        }
        return now;
    }

    /** Gathers what a repository starts with. The sources may be called from any thread that calls the repository. */
    public static final class Builder {

        private InstantSource clock = Clock.systemUTC();
        private @Nullable Supplier<AnchorId> anchorIds;
        private Supplier<AnchorPointId> pointIds = () -> new AnchorPointId(random());
        private Supplier<AnnotationId> annotationIds = () -> new AnnotationId(random());
        private Anchors anchors = Anchors.empty();

        private Builder() {}

        /** Sets the clock; the system's without it. */
        public Builder clock(InstantSource source) {
            clock = Objects.requireNonNull(source, "clock");
            return this;
        }

        /**
         * Sets where anchor ids come from; random UUIDs without it. A source that repeats itself is refused: create then
         * throws {@link IllegalStateException} and changes nothing.
         */
        public Builder anchorIds(Supplier<AnchorId> source) {
            anchorIds = Objects.requireNonNull(source, "anchorIds");
            return this;
        }

        /** Sets where ids of points come from; random UUIDs without it. */
        public Builder pointIds(Supplier<AnchorPointId> source) {
            pointIds = Objects.requireNonNull(source, "pointIds");
            return this;
        }

        /** Sets where ids of annotations come from; random UUIDs without it. */
        public Builder annotationIds(Supplier<AnnotationId> source) {
            annotationIds = Objects.requireNonNull(source, "annotationIds");
            return this;
        }

        /** Sets the anchors that are there from the start, as they are and in their order. */
        public Builder initialAnchors(Anchors scene) {
            anchors = Objects.requireNonNull(scene, "anchors");
            return this;
        }

        /** Returns the repository. */
        public InMemoryAnchorRepository build() {
            StoreVersion state = StoreVersion.empty();
            for (Anchor anchor : anchors) {
                state = state.with(anchor);
            }
            return anchorIds == null
                    ? repository(() -> new AnchorId(random()), IssuedIds.ofRandom(), state)
                    : repository(anchorIds, IssuedIds.ofSource(anchors), state);
        }

        private InMemoryAnchorRepository repository(Supplier<AnchorId> source, IssuedIds ids, StoreVersion state) {
            return new InMemoryAnchorRepository(new AnchorFactory(clock, source, pointIds, annotationIds), ids, state);
        }

        private static String random() {
            return UUID.randomUUID().toString();
        }
    }
}
