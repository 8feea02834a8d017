package dev.anchors.inmemory;

import dev.anchors.domain.Anchor;
import dev.anchors.domain.AnchorId;
import dev.anchors.domain.AnchorPointId;
import dev.anchors.domain.Anchors;
import dev.anchors.domain.AnnotationId;
import dev.anchors.domain.AssetId;
import dev.anchors.domain.EmbeddedModelSchema;
import dev.anchors.domain.Score;
import dev.anchors.domain.SeededAnchor;
import dev.anchors.ports.AnchorLinks;
import dev.anchors.ports.AnchorRepository;
import dev.anchors.ports.FullAnchorRepository;
import dev.anchors.ports.Operation;
import dev.anchors.ports.Transferables;
import java.time.Clock;
import java.time.InstantSource;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A repository in memory. It keeps every rule of {@link AnchorRepository} and, by {@link #links}, of {@link AnchorLinks}, is
 * thread-safe, and is deterministic if its clock and its sources of ids are.
 *
 * <p>Reads never wait, and a snapshot takes constant time. Writers wait for one another during a change, but never while a
 * clock or a source of ids runs that was given from outside.
 *
 * <p>The published description of the service leaves the following open. These are choices, not facts:
 *
 * <ul>
 *   <li>anchors are ordered as they were created, and a change does not move them;
 *   <li>two anchors may have the same path, type and name;
 *   <li>a path is normalised as {@link dev.anchors.domain.FullPath#normalized()} says;
 *   <li>seeded persons are linked and a seeded version stamp is kept; a name that was not seeded stays absent;
 *   <li>the contents of a seeded annotation are not kept, only its new id; score, readable times and verified are absent from a new anchor;
 *   <li>{@link Transferables#OMITTED} leaves out everything of a point but its id, in what create and find return too;
 *   <li>a deleted anchor is forgotten, and disassociate leaves the points as they are;
 *   <li>a new link comes behind the other links of its kind.
 * </ul>
 *
 * <p>A snapshot shares its structure with the repository. While a program keeps an old snapshot, it may keep in memory what
 * was created after it and removed since, although the snapshot does not show it: about 680 bytes for an anchor with one path
 * and one asset, 33 MiB for 50,000 of them. {@code Anchors.of(snapshot.asList())} is a copy without this cost.
 */
public final class InMemoryAnchorRepository implements FullAnchorRepository {

    private final AnchorFactory factory;
    private final IssuedIds ids; // used in changes only, one at a time
    private final @Nullable Score score; // of the snapshot as a whole
    private final @Nullable EmbeddedModelSchema schema;
    private final Store store;
    private final AnchorLinks links;

    private InMemoryAnchorRepository(AnchorFactory factory, IssuedIds ids, Anchors initial) {
        this.factory = factory;
        this.ids = ids;
        score = initial.score().orElse(null);
        schema = initial.schema().orElse(null);
        store = new Store(initial);
        links = new InMemoryAnchorLinks(store, factory.clock());
    }

    /** Returns an empty repository with the system clock and random ids. */
    public static InMemoryAnchorRepository create() {
        return builder().build();
    }

    /** Returns a builder of a repository. */
    public static Builder builder() {
        return new Builder();
    }

    @Override
    public Anchor create(SeededAnchor seed, Transferables transferables) {
        Objects.requireNonNull(seed, "seed");
        Objects.requireNonNull(transferables, "transferables");
        store.current();
        Anchor anchor = factory.make(seed);
        store.change(Operation.CREATE, version -> {
            ids.issue(anchor.id());
            return version.with(anchor);
        });
        return shown(anchor, transferables);
    }

    /** Finds or creates the anchor in one step: callers at once get the same anchor. */
    @Override
    public Anchor findOrCreate(SeededAnchor seed) {
        Objects.requireNonNull(seed, "seed");
        return store.current().oldest(seed).orElseGet(() -> createIfMissing(seed));
    }

    private Anchor createIfMissing(SeededAnchor seed) {
        Anchor anchor = factory.make(seed);
        return store.change(Operation.CREATE, version -> {
                    if (version.oldest(seed).isPresent()) {
                        return version; // another thread was faster
                    }
                    ids.issue(anchor.id());
                    return version.with(anchor);
                })
                .oldest(seed)
                .orElseThrow();
    }

    @Override
    public Anchors snapshot(Transferables transferables) {
        Objects.requireNonNull(transferables, "transferables");
        StoreVersion now = store.current();
        return Anchors.over(transferables == Transferables.INCLUDED ? now : new AnchorsWithoutDetails(now))
                .withScore(score)
                .withSchema(schema);
    }

    @Override
    public Optional<Anchor> find(AnchorId anchor) {
        Objects.requireNonNull(anchor, "anchor");
        return store.current().find(anchor);
    }

    @Override
    public Optional<Anchor> find(AnchorId anchor, Transferables transferables) {
        Objects.requireNonNull(transferables, "transferables");
        return find(anchor).map(found -> shown(found, transferables));
    }

    @Override
    public void delete(AnchorId anchor) {
        Objects.requireNonNull(anchor, "anchor");
        store.current();
        store.change(Operation.DELETE, version -> version.without(version.require(anchor, Operation.DELETE)));
    }

    @Override
    public void disassociate(AnchorId anchor, AssetId asset) {
        links.disassociate(anchor, asset);
    }

    /**
     * Deletes all anchors in one step, for tests that share a repository. No later anchor gets one of their ids; score and
     * stamp of the snapshot stay.
     *
     * @throws IllegalStateException if the repository is closed
     */
    public void clear() {
        store.current();
        store.change(Operation.DELETE, version -> StoreVersion.empty());
    }

    @Override
    public AnchorLinks links() {
        return links;
    }

    @Override
    public void close() {
        store.close();
    }

    /** Shows how many anchors there are, or that the repository is closed. */
    @Override
    public String toString() {
        return "InMemoryAnchorRepository[" + store + "]";
    }

    private static Anchor shown(Anchor anchor, Transferables transferables) {
        return transferables == Transferables.INCLUDED ? anchor : AnchorsWithoutDetails.bare(anchor);
    }

    /**
     * The configuration of a repository; not thread-safe. Each thread that calls the repository may call the clock and the
     * sources of ids.
     */
    public static final class Builder {

        private InstantSource clock = Clock.systemUTC();
        private @Nullable Supplier<AnchorId> anchorIds;
        private Supplier<AnchorPointId> pointIds = () -> new AnchorPointId(random());
        private Supplier<AnnotationId> annotationIds = () -> new AnnotationId(random());
        private Anchors anchors = Anchors.empty();

        private Builder() {}

        /** Sets the clock; default: the system clock. */
        public Builder clock(InstantSource source) {
            clock = Objects.requireNonNull(source, "clock");
            return this;
        }

        /**
         * Sets the source of anchor ids; default: random UUIDs. If the source repeats an id, create throws
         * {@link IllegalStateException} and changes nothing.
         */
        public Builder anchorIds(Supplier<AnchorId> source) {
            anchorIds = Objects.requireNonNull(source, "anchorIds");
            return this;
        }

        /** Sets the source of point ids; default: random UUIDs. */
        public Builder pointIds(Supplier<AnchorPointId> source) {
            pointIds = Objects.requireNonNull(source, "pointIds");
            return this;
        }

        /** Sets the source of annotation ids; default: random UUIDs. */
        public Builder annotationIds(Supplier<AnnotationId> source) {
            annotationIds = Objects.requireNonNull(source, "annotationIds");
            return this;
        }

        /** Sets the anchors that the repository starts with, in their order; default: none. Score and stamp are kept. */
        public Builder initialAnchors(Anchors initial) {
            anchors = Objects.requireNonNull(initial, "initialAnchors");
            return this;
        }

        /** Returns the repository. */
        public InMemoryAnchorRepository build() {
            return anchorIds == null
                    ? repository(() -> new AnchorId(random()), IssuedIds.ofRandom())
                    : repository(anchorIds, IssuedIds.ofSource(anchors));
        }

        private InMemoryAnchorRepository repository(Supplier<AnchorId> source, IssuedIds ids) {
            return new InMemoryAnchorRepository(
                    new AnchorFactory(clock, source, pointIds, annotationIds), ids, anchors);
        }

        private static String random() {
            return UUID.randomUUID().toString();
        }
    }
}
