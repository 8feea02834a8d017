package dev.anchors.domain;

import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/** The materials that something is linked to: by kind, and within a kind in the order they were given. Immutable. */
final class Links {

    private static final Links NONE = new Links(Map.of());

    private final Map<Class<? extends MaterialId>, Set<MaterialId>> byKind;

    private Links(Map<Class<? extends MaterialId>, Set<MaterialId>> byKind) {
        this.byKind = byKind;
    }

    static Links of(Collection<? extends MaterialId> materials) {
        if (materials.isEmpty()) {
            return NONE;
        }
        Map<Class<? extends MaterialId>, Set<MaterialId>> byKind = new LinkedHashMap<>();
        for (MaterialId material : materials) {
            byKind.computeIfAbsent(material.getClass(), kind -> new LinkedHashSet<>())
                    .add(material);
        }
        byKind.replaceAll((kind, ids) -> Collections.unmodifiableSet(ids));
        return new Links(byKind);
    }

    /** Returns an immutable set that keeps the order, as {@link Set#copyOf} does not. */
    static <T> Set<T> copyOf(Set<T> ordered) {
        return ordered.isEmpty() ? Set.of() : Collections.unmodifiableSet(new LinkedHashSet<>(ordered));
    }

    /** Returns the materials of one kind. */
    @SuppressWarnings("unchecked") // a set is filed under the class of its elements
    <M extends MaterialId> Set<M> of(Class<M> kind) {
        return (Set<M>) byKind.getOrDefault(kind, Set.of());
    }

    /** Returns the materials of every kind. */
    Set<MaterialId> all() {
        Set<MaterialId> all = new LinkedHashSet<>();
        byKind.values().forEach(all::addAll);
        return Collections.unmodifiableSet(all);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Links that && byKind.equals(that.byKind);
    }

    @Override
    public int hashCode() {
        return byKind.hashCode();
    }
}
