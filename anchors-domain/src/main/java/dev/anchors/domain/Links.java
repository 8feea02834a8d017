package dev.anchors.domain;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The materials that something is linked to: by kind, and within a kind in the order they were given. Immutable. */
final class Links {

    private static final Links NONE = new Links(List.of());

    private final List<Set<MaterialId>> kinds; // none of them empty

    private Links(List<Set<MaterialId>> kinds) {
        this.kinds = List.copyOf(kinds);
    }

    static Links of(Collection<? extends MaterialId> materials) {
        if (materials.isEmpty()) {
            return NONE;
        }
        List<Set<MaterialId>> kinds = new ArrayList<>();
        List<MaterialId> left = new ArrayList<>(materials);
        while (!left.isEmpty()) {
            Class<?> kind = Objects.requireNonNull(left.get(0), "material").getClass();
            List<MaterialId> ofKind = new ArrayList<>(left);
            ofKind.removeIf(material -> material.getClass() != kind);
            left.removeIf(material -> material.getClass() == kind);
            kinds.add(OrderedSet.copyOf(ofKind));
        }
        return new Links(kinds);
    }

    /** Returns the materials of one kind. */
    @SuppressWarnings("unchecked") // all elements of a set are of the class of its first
    <M extends MaterialId> Set<M> of(Class<M> kind) {
        for (Set<MaterialId> materials : kinds) {
            if (materials.iterator().next().getClass() == kind) {
                return (Set<M>) materials;
            }
        }
        return Set.of();
    }

    /** Returns the materials of every kind. */
    Set<MaterialId> all() {
        return OrderedSet.copyOf(kinds.stream().flatMap(Set::stream).toList());
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Links that && kinds.size() == that.kinds.size() && kinds.containsAll(that.kinds);
    }

    @Override
    public int hashCode() {
        return Set.copyOf(kinds).hashCode();
    }
}
