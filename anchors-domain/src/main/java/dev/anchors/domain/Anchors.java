package dev.anchors.domain;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.StringJoiner;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/**
 * All anchors of a repository at one moment, in the order of the repository. Two snapshots are equal if they hold equal
 * anchors in the same order, with the same score and version stamp.
 */
public final class Anchors implements Iterable<Anchor> {

    /** Orders anchors by the time at which they were made, the newest first; anchors of one instant are equal. */
    public static final Comparator<Anchor> NEWEST_FIRST =
            Comparator.comparing(Anchor::createdAt).reversed();

    /** Orders anchors by the time of their last change, the last one first; anchors of one instant are equal. */
    public static final Comparator<Anchor> RECENTLY_UPDATED_FIRST =
            Comparator.comparing(Anchor::updatedAt).reversed();

    private static final int SHOWN = 10;
    private static final Anchors EMPTY = of(List.of());

    private final AnchorIndex index;
    private final @Nullable Score score;
    private final @Nullable EmbeddedModelSchema schema;

    private Anchors(AnchorIndex index, @Nullable Score score, @Nullable EmbeddedModelSchema schema) {
        this.index = Objects.requireNonNull(index, "index");
        this.score = score;
        this.schema = schema;
    }

    /** Returns a snapshot without anchors. */
    public static Anchors empty() {
        return EMPTY;
    }

    /**
     * Returns a snapshot of these anchors, in this order.
     *
     * @throws IllegalArgumentException if two of them have the same id
     */
    public static Anchors of(Collection<Anchor> anchors) {
        Builder builder = builder();
        anchors.forEach(builder::add);
        return builder.build();
    }

    /** Returns a builder, for anchors that arrive one by one. */
    public static Builder builder() {
        return new Builder();
    }

    /** Returns a snapshot of the anchors in {@code index}, which is not copied. */
    public static Anchors over(AnchorIndex index) {
        return new Anchors(index, null, null);
    }

    /** Returns the same anchors with this score of the snapshot as a whole; null for none. */
    public Anchors withScore(@Nullable Score whole) {
        return new Anchors(index, whole, schema);
    }

    /** Returns the same anchors with this version stamp of the snapshot as a whole; null for none. */
    public Anchors withSchema(@Nullable EmbeddedModelSchema stamp) {
        return new Anchors(index, score, stamp);
    }

    /** Returns the number of anchors. */
    public int size() {
        return index.size();
    }

    /** Returns whether there are no anchors. */
    public boolean isEmpty() {
        return size() == 0;
    }

    /** Returns the anchors in order. */
    public Stream<Anchor> stream() {
        return StreamSupport.stream(index.spliterator(), false);
    }

    /** Returns the anchors in order; immutable. */
    public List<Anchor> asList() {
        return index.asList();
    }

    @Override
    public Iterator<Anchor> iterator() {
        return index.iterator();
    }

    /** Returns the anchor with this id, in constant time; empty if there is none. */
    public Optional<Anchor> find(AnchorId id) {
        return index.find(Objects.requireNonNull(id, "id"));
    }

    /**
     * Returns the anchors that have a point at {@code path}, in order; immutable. Paths are compared in their
     * {@linkplain FullPath#normalized() normal form}, so that a path is found in whichever spelling it was seeded. A
     * snapshot without transferables has no paths, so this list is then always empty.
     *
     * <p>The first look-up may read all anchors, in the thread that asks; the others take logarithmic time at most.
     */
    public List<Anchor> atPath(FullPath path) {
        return index.atPath(path.normalized());
    }

    /**
     * Returns the anchors that have a point below {@code directory}, at any depth, each once, in order; immutable. An anchor
     * of the directory itself is not below it: {@link #atPath} returns that one. Paths are compared in their
     * {@linkplain FullPath#normalized() normal form}, name by name: {@code /notebook/a} is not below {@code /notes}. Nothing
     * is below a relative path or a URL.
     *
     * <p>The first look-up may read all anchors, in the thread that asks; the others take about as long as the list that they
     * return.
     */
    public List<Anchor> below(FullPath directory) {
        return index.below(directory.normalized());
    }

    /**
     * Returns the anchors that are linked to {@code material}, each once, in order; immutable. The first look-up of a kind
     * of material may read all anchors, in the thread that asks; the others take constant time.
     */
    public List<Anchor> linkedTo(MaterialId material) {
        return index.linkedTo(Objects.requireNonNull(material, "material"));
    }

    /** Returns the score of the snapshot as a whole. */
    public Optional<Score> score() {
        return Optional.ofNullable(score);
    }

    /** Returns the version stamp of the snapshot as a whole. */
    public Optional<EmbeddedModelSchema> schema() {
        return Optional.ofNullable(schema);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return this == other
                || (other instanceof Anchors that
                        && size() == that.size()
                        && Objects.equals(score, that.score)
                        && Objects.equals(schema, that.schema)
                        && asList().equals(that.asList()));
    }

    @Override
    public int hashCode() {
        return Objects.hash(asList(), score, schema);
    }

    /** Shows the first ten anchors and says how many more there are. */
    @Override
    public String toString() {
        StringJoiner shown = new StringJoiner(", ", "Anchors[", "]");
        stream().limit(SHOWN).forEach(anchor -> shown.add(anchor.toString()));
        if (size() > SHOWN) {
            shown.add("and " + (size() - SHOWN) + " more");
        }
        return shown.toString();
    }

    /** Collects the anchors of a snapshot; not thread-safe. */
    public static final class Builder {

        private List<Anchor> anchors = new ArrayList<>();
        private Map<AnchorId, Anchor> byId = new HashMap<>();

        private Builder() {}

        /**
         * Adds an anchor behind the others.
         *
         * @throws IllegalArgumentException if an anchor with the same id was added before
         */
        public Builder add(Anchor anchor) {
            if (byId.putIfAbsent(anchor.id(), anchor) != null) {
                throw new IllegalArgumentException(
                        "two anchors have the id " + anchor.id().value());
            }
            anchors.add(anchor);
            return this;
        }

        /** Returns a snapshot of the anchors that were added, and makes this builder empty. */
        public Anchors build() {
            Anchors built = over(new ListedAnchors(List.copyOf(anchors), byId));
            anchors = new ArrayList<>();
            byId = new HashMap<>();
            return built;
        }
    }
}
