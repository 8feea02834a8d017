package dev.anchors.domain;

import java.util.AbstractSet;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The materials that something is linked to: kind by kind, and within a kind in the order in which they were given.
 * Immutable.
 *
 * <p>There are very many objects of this class, and nearly all are tiny. One array for all kinds, of which the set of one
 * kind is a view, takes a fraction of the memory of a {@code LinkedHashSet} for each kind. Larger ones have a hash table as
 * well.
 */
final class Links {

    /** Up to this size a linear scan is as fast as hashing. */
    private static final int FEW = 8;

    private static final Links NONE = new Links(new MaterialId[0], null);

    private final MaterialId[] materials; // distinct, kind by kind
    private final @Nullable MixedHashSet<MaterialId> table; // the same materials; null for a few

    private Links(MaterialId[] materials, @Nullable MixedHashSet<MaterialId> table) {
        this.materials = materials;
        this.table = table;
    }

    /** Returns a builder that starts with these links. */
    Builder toBuilder() {
        Builder builder = new Builder();
        builder.materials.addAll(Arrays.asList(materials));
        return builder;
    }

    /** Returns the materials of one kind; immutable. */
    Set<MaterialId> of(MaterialKind kind) {
        return range(kind);
    }

    /** Returns the materials whose ids are of one type; immutable. */
    <M extends MaterialId> Set<M> of(Class<M> type) {
        return range(MaterialKind.of(type));
    }

    /** Returns the materials of every kind; immutable. */
    Set<MaterialId> all() {
        return view(0, materials.length);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Links that && all().equals(that.all());
    }

    @Override
    public int hashCode() {
        return all().hashCode();
    }

    private <M extends MaterialId> Set<M> range(MaterialKind kind) {
        int from = first(material -> material.kind().compareTo(kind) >= 0);
        int to = from;
        if (from < materials.length && materials[from].kind() == kind) {
            to = first(material -> material.kind().compareTo(kind) > 0);
        }
        return view(from, to);
    }

    private <M extends MaterialId> Set<M> view(int from, int to) {
        return from == to ? Set.of() : Collections.unmodifiableSet(new View<>(from, to));
    }

    /** Returns the first position of a material that is accepted; all behind it are accepted, too. */
    private int first(Predicate<MaterialId> accepted) {
        int low = 0;
        int high = materials.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (accepted.test(materials[middle])) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low;
    }

    private static boolean isAmong(MaterialId[] materials, int from, int to, Object material) {
        for (int position = from; position < to; position++) {
            if (materials[position].equals(material)) {
                return true;
            }
        }
        return false;
    }

    /** Collects links; not thread-safe. */
    static final class Builder {

        private final List<MaterialId> materials = new ArrayList<>(); // distinct
        private @Nullable MixedHashSet<MaterialId> table; // null for a few, and until it is needed
        private boolean isSorted = true;

        /** Adds a link behind the others of its kind, unless it is present. */
        void add(MaterialId material) {
            Objects.requireNonNull(material, "material");
            MixedHashSet<MaterialId> known = table();
            if (known == null ? !materials.contains(material) : known.add(material)) {
                isSorted = isSorted && isInOrder(material);
                materials.add(material);
            }
        }

        /** Removes a link, if present. */
        void remove(MaterialId material) {
            if (materials.remove(material)) {
                table = null;
            }
        }

        Links build() {
            if (materials.isEmpty()) {
                return NONE;
            }
            MaterialId[] all = materials.toArray(MaterialId[]::new);
            if (!isSorted) {
                Arrays.sort(all, Comparator.comparing(MaterialId::kind));
            }
            Links built = new Links(all, table());
            table = null; // a later link must not get into what was built
            return built;
        }

        private boolean isInOrder(MaterialId next) {
            return materials.isEmpty()
                    || materials.get(materials.size() - 1).kind().compareTo(next.kind()) <= 0;
        }

        private @Nullable MixedHashSet<MaterialId> table() {
            if (table == null && materials.size() > FEW) {
                MixedHashSet<MaterialId> filled = new MixedHashSet<>();
                materials.forEach(filled::add);
                table = filled;
            }
            return table;
        }
    }

    /** The materials in a range of positions, in their order. */
    private final class View<M extends MaterialId> extends AbstractSet<M> {

        private final int from;
        private final int to;

        View(int from, int to) {
            this.from = from;
            this.to = to;
        }

        @Override
        public int size() {
            return to - from;
        }

        @Override
        public boolean contains(@Nullable Object material) {
            if (table == null || size() <= FEW) {
                return material != null && isAmong(materials, from, to, material);
            }
            return material instanceof MaterialId id && hasKind(id.kind()) && table.contains(id);
        }

        private boolean hasKind(MaterialKind kind) {
            return kind.compareTo(materials[from].kind()) >= 0 && kind.compareTo(materials[to - 1].kind()) <= 0;
        }

        @Override
        @SuppressWarnings("unchecked") // the range holds nothing of another kind
        public Iterator<M> iterator() {
            return (Iterator<M>) Arrays.asList(materials).subList(from, to).iterator();
        }
    }
}
