package dev.anchors.testkit.contract;

import dev.anchors.domain.Anchor;
import dev.anchors.domain.AnchorId;
import dev.anchors.domain.Anchors;
import dev.anchors.domain.MaterialId;
import dev.anchors.ports.Operation;
import java.util.Optional;

/** Makes or removes the link between an anchor and a material. */
final class LinkChange<P, M extends MaterialId> extends AnchorChange<P> {

    /** Calls a method of a port. */
    interface Caller<P, M> {
        void call(P port, AnchorId anchor, M material);
    }

    private final Parameter<M> material;
    private final Caller<P, M> caller;
    private final boolean makes;

    LinkChange(
            Operation operation, String name, int weight, Breaks breaks, Parameter<M> material, Caller<P, M> caller) {
        super(operation, name, weight, breaks, material);
        this.material = material;
        this.caller = caller;
        this.makes = operation == Operation.ASSOCIATE;
    }

    @Override
    void change(P port, AnchorId anchor, Arguments arguments) {
        caller.call(port, anchor, arguments.get(material));
    }

    @Override
    Optional<Anchor> after(Anchor before, Arguments arguments) {
        MaterialId link = arguments.get(material);
        Anchor.Builder changed = before.toBuilder();
        return Optional.of((makes ? changed.link(link) : changed.unlink(link)).build());
    }

    @Override
    boolean isDone(Anchors shown, AnchorId anchor, Arguments arguments) {
        MaterialId link = arguments.get(material);
        boolean ofAnchor =
                shown.find(anchor).filter(found -> found.links().contains(link)).isPresent();
        boolean ofMaterial =
                shown.linkedTo(link).stream().anyMatch(found -> found.id().equals(anchor));
        return ofAnchor == makes && ofMaterial == makes;
    }
}
