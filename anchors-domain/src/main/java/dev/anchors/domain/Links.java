package dev.anchors.domain;

import java.util.AbstractSet;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.Iterator;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The materials that something is linked to: kind by kind, and within a kind in the order in which they were given.
 * Immutable.
 *
 * <p>There are very many objects of this class, and nearly all are tiny. One array for all kinds, of which the set of one
 * kind is a view, takes a fraction of the memory of a {@code LinkedHashSet} for each kind. Larger ones have a hash set as
 * well.
 */
final class Links {

    /** Up to this size a linear scan is as fast as hashing. */
    private static final int FEW = 8;

    private static final Links NONE = new Links(new MaterialId[0], null);

    private final MaterialId[] materials; // distinct, kind by kind
    private final @Nullable Set<MaterialId> table; // the same materials; null for a few

    private Links(MaterialId[] materials, @Nullable Set<MaterialId> table) {
        this.materials = materials;
        this.table = table;
    }

    /** Returns these materials, each once. */
    static Links of(Collection<? extends MaterialId> materials) {
        if (materials.isEmpty()) {
            return NONE;
        }
        MaterialId[] all = materials.toArray(MaterialId[]::new);
        sortByKind(all);
        Set<MaterialId> table = all.length > FEW ? new HashSet<>(2 * all.length) : null;
        int size = 0;
        for (MaterialId material : all) {
            Objects.requireNonNull(material, "material");
            if (table == null ? !isAmong(all, 0, size, material) : table.add(material)) {
                all[size++] = material;
            }
        }
        return new Links(size == all.length ? all : Arrays.copyOf(all, size), table);
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

    private static void sortByKind(MaterialId[] materials) {
        for (int i = 1; i < materials.length; i++) {
            if (materials[i - 1].kind().compareTo(materials[i].kind()) > 0) { // rare: a wire gives them kind by kind
                Arrays.sort(materials, Comparator.comparing(MaterialId::kind));
                return;
            }
        }
    }

    private static boolean isAmong(MaterialId[] materials, int from, int to, Object material) {
        for (int position = from; position < to; position++) {
            if (materials[position].equals(material)) {
                return true;
            }
        }
        return false;
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
