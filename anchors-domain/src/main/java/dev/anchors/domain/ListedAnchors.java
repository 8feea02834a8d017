package dev.anchors.domain;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The index of a plain list of anchors. The tables of paths, of directories and of each kind of material are built on their
 * first use, since most snapshots are never asked for them.
 */
final class ListedAnchors implements AnchorIndex {

    private final List<Anchor> anchors;
    private final Map<AnchorId, Anchor> byId;
    private final Map<MaterialKind, Map<MaterialId, List<Anchor>>> byMaterial = new ConcurrentHashMap<>();
    private volatile @Nullable Map<FullPath, List<Anchor>> byPath;
    private volatile @Nullable NavigableMap<FullPath, List<Integer>>
            positions; // of the anchors, by their paths in order

    /** Makes the index of anchors that are in {@code byId} as well. Neither collection is copied. */
    ListedAnchors(List<Anchor> anchors, Map<AnchorId, Anchor> byId) {
        this.anchors = anchors;
        this.byId = byId;
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
        return Optional.ofNullable(byId.get(id));
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
    public List<Anchor> below(FullPath directory) {
        return directory
                .directoryPrefix()
                .map(prefix -> positions().tailMap(new FullPath(prefix)).entrySet().stream()
                        .takeWhile(entry -> entry.getKey().value().startsWith(prefix))
                        .flatMap(entry -> entry.getValue().stream())
                        .sorted()
                        .distinct()
                        .map(anchors::get)
                        .filter(anchor -> anchor.isBelow(directory))
                        .toList())
                .orElse(List.of());
    }

    private NavigableMap<FullPath, List<Integer>> positions() {
        NavigableMap<FullPath, List<Integer>> table = positions;
        if (table == null) {
            table = new TreeMap<>();
            for (int i = 0; i < anchors.size(); i++) {
                for (FullPath path : anchors.get(i).paths()) {
                    table.computeIfAbsent(path.normalized(), absent -> new ArrayList<>(1))
                            .add(i);
                }
            }
            positions = table;
        }
        return table;
    }

    @Override
    public List<Anchor> linkedTo(MaterialId material) {
        return byMaterial
                .computeIfAbsent(material.kind(), kind -> grouped(anchor -> anchor.links(kind).stream()))
                .getOrDefault(material, List.of());
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
