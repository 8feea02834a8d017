package dev.anchors.testkit.contract;

import dev.anchors.domain.Anchor;
import dev.anchors.domain.AnchorId;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The reference model of the port: the anchors that a repository must hold after a sequence of calls. The repository
 * chooses ids and times, so the model takes them from what the repository returned. Immutable.
 */
final class Model {

    private static final Model EMPTY = new Model(Map.of(), Set.of());

    private final Map<AnchorId, Anchor> anchors;
    private final Set<AnchorId> issued;

    private Model(Map<AnchorId, Anchor> anchors, Set<AnchorId> issued) {
        this.anchors = Collections.unmodifiableMap(anchors);
        this.issued = issued;
    }

    static Model empty() {
        return EMPTY;
    }

    /** Returns the model after anchors were created, in this order. */
    Model created(Collection<Anchor> created) {
        Set<AnchorId> ids = new HashSet<>(issued);
        created.forEach(anchor -> ids.add(anchor.id()));
        return new Model(changed(all -> created.forEach(anchor -> all.put(anchor.id(), anchor))), ids);
    }

    /** Returns the model after an anchor, if it exists, was changed, or deleted if {@code change} returns nothing. */
    Model changed(AnchorId anchor, Function<Anchor, Optional<Anchor>> change) {
        return new Model(
                changed(all -> all.computeIfPresent(
                        anchor, (id, before) -> change.apply(before).orElse(null))),
                issued);
    }

    private Map<AnchorId, Anchor> changed(Consumer<Map<AnchorId, Anchor>> change) {
        Map<AnchorId, Anchor> copy = new LinkedHashMap<>(anchors);
        change.accept(copy);
        return copy;
    }

    Optional<Anchor> find(AnchorId anchor) {
        return Optional.ofNullable(anchors.get(anchor));
    }

    /** Returns whether an anchor was ever created with that id. */
    boolean hasIssued(AnchorId id) {
        return issued.contains(id);
    }

    /** Returns every id that an anchor ever had. */
    Set<AnchorId> issued() {
        return Collections.unmodifiableSet(issued);
    }

    /** Returns the anchors in the order in which they were created. */
    List<Anchor> anchors() {
        return List.copyOf(anchors.values());
    }

    int size() {
        return anchors.size();
    }

    /** Returns whether both have equal anchors; the ids of deleted anchors do not count. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Model that && anchors.equals(that.anchors);
    }

    @Override
    public int hashCode() {
        return anchors.hashCode();
    }
}
