package dev.anchors.domain;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
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
    private volatile @Nullable SortedMap<FullPath, List<Integer>> positions; // of the anchors at each path

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
                .map(prefix -> positionsWithPrefix(prefix).stream()
                        .map(anchors::get)
                        .filter(anchor -> anchor.isBelow(directory))
                        .toList())
                .orElse(List.of());
    }

    /** Returns the positions of the anchors that have a path with this prefix; a loop, since a stream counts the entries. */
    private SortedSet<Integer> positionsWithPrefix(String prefix) {
        SortedSet<Integer> found = new TreeSet<>();
        for (Map.Entry<FullPath, List<Integer>> entry :
                positions().tailMap(new FullPath(prefix)).entrySet()) {
            if (!entry.getKey().value().startsWith(prefix)) {
                break;
            }
            found.addAll(entry.getValue());
        }
        return found;
    }

    private SortedMap<FullPath, List<Integer>> positions() {
        SortedMap<FullPath, List<Integer>> table = positions;
        if (table == null) {
            table = new TreeMap<>();
            for (int position = 0; position < anchors.size(); position++) {
                for (FullPath path : anchors.get(position).paths()) {
                    table.computeIfAbsent(path.normalized(), absent -> new ArrayList<>(1))
                            .add(position);
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
