package dev.anchors.domain;

import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.StringJoiner;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/**
 * All anchors of a repository at one moment; it never changes.
 *
 * <p>The order is the repository's. Two snapshots are equal when they hold equal anchors in the same order and carry
 * the same score and stamp.
 */
public final class Anchors implements Iterable<Anchor> {

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

    /** Returns the snapshot of nothing. */
    public static Anchors empty() {
        return EMPTY;
    }

    /**
     * Returns a snapshot of these anchors, in this order.
     *
     * @throws IllegalArgumentException if two of them have the same id
     */
    public static Anchors of(Collection<Anchor> anchors) {
        return over(new ListedAnchors(anchors));
    }

    /** Returns a snapshot that looks everything up in {@code index}, which must keep what {@link AnchorIndex} says. */
    public static Anchors over(AnchorIndex index) {
        return new Anchors(index, null, null);
    }

    /** Returns the same anchors with this score of the whole; null for none. */
    public Anchors withScore(@Nullable Score whole) {
        return new Anchors(index, whole, schema);
    }

    /** Returns the same anchors with this version stamp; null for none. */
    public Anchors withSchema(@Nullable EmbeddedModelSchema stamp) {
        return new Anchors(index, score, stamp);
    }

    /** The number of anchors. */
    public int size() {
        return index.size();
    }

    /** Whether there is none. */
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

    /** Returns the anchor of that id, in constant time. */
    public Optional<Anchor> find(AnchorId id) {
        return index.find(Objects.requireNonNull(id, "id"));
    }

    /**
     * Returns the anchors that have a point at {@code path}, in order; immutable. Paths are compared in their
     * {@linkplain FullPath#normalized() normal form}, so that what was seeded is found in whichever spelling. A point
     * whose details were not asked for has no path and is not found.
     */
    public List<Anchor> atPath(FullPath path) {
        return index.atPath(path.normalized());
    }

    /** Returns the anchors linked to a material of any kind, each once, in order; immutable; empty if there is none. */
    public List<Anchor> linkedTo(MaterialId material) {
        return index.linkedTo(Objects.requireNonNull(material, "material"));
    }

    /** The counters of the whole. */
    public Optional<Score> score() {
        return Optional.ofNullable(score);
    }

    /** The version stamp of the whole. */
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
}
