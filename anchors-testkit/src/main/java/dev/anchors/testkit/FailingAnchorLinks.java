package dev.anchors.testkit;

import dev.anchors.domain.AnchorId;
import dev.anchors.domain.MaterialId;
import dev.anchors.ports.AnchorLinks;
import dev.anchors.ports.Operation;
import java.util.Objects;

/** Links whose calls fail or wait as the script of a {@link FailingAnchorRepository} says. */
final class FailingAnchorLinks implements AnchorLinks {

    private final AnchorLinks links;
    private final CallScript script;

    FailingAnchorLinks(AnchorLinks links, CallScript script) {
        this.links = links;
        this.script = script;
    }

    @Override
    public void associate(AnchorId anchor, MaterialId material) {
        run(Operation.ASSOCIATE, anchor, material, () -> links.associate(anchor, material));
    }

    @Override
    public void disassociate(AnchorId anchor, MaterialId material) {
        run(Operation.DISASSOCIATE, anchor, material, () -> links.disassociate(anchor, material));
    }

    private void run(Operation operation, AnchorId anchor, MaterialId material, Runnable effect) {
        Objects.requireNonNull(anchor, "anchor");
        Objects.requireNonNull(material, "material");
        script.run(RecordedCall.of(operation, anchor, material), () -> {
            effect.run();
            return anchor;
        });
    }
}
