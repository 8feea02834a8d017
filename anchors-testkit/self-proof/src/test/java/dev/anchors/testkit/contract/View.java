package dev.anchors.testkit.contract;

import dev.anchors.domain.Anchor;
import dev.anchors.domain.AnchorId;
import dev.anchors.domain.AnchorIndex;
import dev.anchors.domain.Anchors;
import dev.anchors.domain.FullPath;
import dev.anchors.domain.MaterialId;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** An index that reads the anchors of a supplier at each call. A subclass overrides a lookup that is wrong. */
class View implements AnchorIndex {

    private final Supplier<Anchors> anchors;

    View(Supplier<Anchors> anchors) {
        this.anchors = anchors;
    }

    Anchors anchors() {
        return anchors.get();
    }

    @Override
    public int size() {
        return anchors.get().size();
    }

    @Override
    public Iterator<Anchor> iterator() {
        return anchors.get().iterator();
    }

    @Override
    public Optional<Anchor> find(AnchorId id) {
        return anchors.get().find(id);
    }

    @Override
    public List<Anchor> atPath(FullPath path) {
        return anchors.get().atPath(path);
    }

    @Override
    public List<Anchor> linkedTo(MaterialId material) {
        return anchors.get().linkedTo(material);
    }
}
