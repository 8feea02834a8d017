package dev.anchors.domain;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The index of a plain list of anchors. The tables of paths and of each kind of material are built on their first use,
 * since most snapshots are never asked for them.
 */
final class ListedAnchors implements AnchorIndex {

    private final List<Anchor> anchors;
    private final PositionTable byId;
    private final Map<MaterialKind, Map<MaterialId, List<Anchor>>> byMaterial = new ConcurrentHashMap<>();
    private volatile @Nullable Map<FullPath, List<Anchor>> byPath;

    ListedAnchors(Collection<Anchor> anchors) {
        this.anchors = List.copyOf(anchors);
        byId = new PositionTable(this.anchors.size());
        for (int position = 0; position < this.anchors.size(); position++) {
            AnchorId id = this.anchors.get(position).id();
            if (positionOf(id) >= 0) {
                throw new IllegalArgumentException("two anchors have the id " + id.value());
            }
            byId.add(id.hashCode(), position);
        }
    }

    @Override
    public int size() {
        return anchors.size();
    }

    @Override
    public Iterator<Anchor> iterator() {
        return anchors.iterator();
    }

    @Override
    public List<Anchor> asList() {
        return anchors;
    }

    @Override
    public Optional<Anchor> find(AnchorId id) {
        int position = positionOf(id);
        return position < 0 ? Optional.empty() : Optional.of(anchors.get(position));
    }

    @Override
    public List<Anchor> atPath(FullPath path) {
        Map<FullPath, List<Anchor>> index = byPath;
        if (index == null) {
            index = grouped(anchor -> anchor.paths().stream().map(FullPath::normalized));
            byPath = index;
        }
        return index.getOrDefault(path, List.of());
    }

    @Override
    public List<Anchor> linkedTo(MaterialId material) {
        return byMaterial
                .computeIfAbsent(material.kind(), kind -> grouped(anchor -> anchor.links(kind).stream()))
                .getOrDefault(material, List.of());
    }

    private int positionOf(AnchorId id) {
        return byId.find(id.hashCode(), position -> anchors.get(position).id().equals(id));
    }

    private <K> Map<K, List<Anchor>> grouped(Function<Anchor, Stream<K>> keys) {
        Map<K, List<Anchor>> groups = new HashMap<>();
        for (Anchor anchor : anchors) {
            keys.apply(anchor)
                    .distinct()
                    .forEach(key -> groups.computeIfAbsent(key, absent -> new ArrayList<>(1))
                            .add(anchor));
        }
        groups.replaceAll((key, group) -> List.copyOf(group));
        return groups;
    }
}
