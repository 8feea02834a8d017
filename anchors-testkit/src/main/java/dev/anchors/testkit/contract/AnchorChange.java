package dev.anchors.testkit.contract;

import dev.anchors.domain.Anchor;
import dev.anchors.domain.AnchorId;
import dev.anchors.domain.Anchors;
import dev.anchors.ports.AnchorNotFoundException;
import dev.anchors.ports.Operation;
import java.util.Optional;
import java.util.stream.Stream;

/** An operation that changes or deletes one anchor, and fails if there is no such anchor. */
abstract class AnchorChange<P> extends PortOperation<P> {

    /**
     * The rules that deviations break.
     *
     * @param effect the call did not do what it is there for
     * @param others something else changed as well
     * @param time the time of the change is wrong
     * @param nothing there was nothing to do, and something changed
     * @param notFound there is no such anchor, and the call did not say so
     */
    record Breaks(Rule effect, Rule others, Rule time, Rule nothing, Rule notFound) {}

    private final Breaks breaks;

    /** @param more the parameters after the anchor */
    AnchorChange(Operation operation, String name, int weight, Breaks breaks, Parameter<?>... more) {
        super(
                operation,
                name,
                weight,
                Stream.concat(Stream.of(Parameter.ANCHOR), Stream.of(more)).toArray(Parameter<?>[]::new));
        this.breaks = breaks;
    }

    final Breaks breaks() {
        return breaks;
    }

    abstract void change(P port, AnchorId anchor, Arguments arguments);

    /**
     * Returns the anchor after the call, or nothing if the anchor is deleted. If the call changes anything, {@code updated}
     * becomes the time of the call; that need not be said here.
     */
    abstract Optional<Anchor> after(Anchor before, Arguments arguments);

    /** Returns whether a snapshot shows, in each lookup, what the call is there for. */
    abstract boolean isDone(Anchors shown, AnchorId anchor, Arguments arguments);

    @Override
    final Object call(P port, Arguments arguments) {
        change(port, arguments.get(Parameter.ANCHOR), arguments);
        return "";
    }

    @Override
    final Optional<Model> explain(Model before, Arguments arguments, Object result) {
        AnchorId id = arguments.get(Parameter.ANCHOR);
        boolean found = !(result instanceof AnchorNotFoundException);
        return Optional.of(before)
                .filter(it -> it.find(id).isPresent() == found)
                .map(it -> it.changed(id, anchor -> after(anchor, arguments)));
    }
}
