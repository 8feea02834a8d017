package dev.anchors.domain;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The index of a plain list of anchors. What only some callers ask for is worked out when first asked. */
final class ListedAnchors implements AnchorIndex {

    private final List<Anchor> anchors;
    private final Places byId;
    private volatile @Nullable Map<FullPath, List<Anchor>> byPath;
    private volatile @Nullable Map<AssetId, List<Anchor>> byAsset;

    ListedAnchors(Collection<Anchor> anchors) {
        this.anchors = List.copyOf(anchors);
        byId = new Places(this.anchors.size());
        for (int place = 0; place < this.anchors.size(); place++) {
            AnchorId id = this.anchors.get(place).id();
            if (placeOf(id) >= 0) {
                throw new IllegalArgumentException("two anchors have the id " + id.value());
            }
            byId.enter(id.hashCode(), place);
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
        int place = placeOf(id);
        return place < 0 ? Optional.empty() : Optional.of(anchors.get(place));
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
    public List<Anchor> linkedTo(AssetId asset) {
        Map<AssetId, List<Anchor>> index = byAsset;
        if (index == null) {
            index = grouped(anchor -> anchor.assets().stream());
            byAsset = index;
        }
        return index.getOrDefault(asset, List.of());
    }

    private int placeOf(AnchorId id) {
        return byId.find(id.hashCode(), place -> anchors.get(place).id().equals(id));
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
