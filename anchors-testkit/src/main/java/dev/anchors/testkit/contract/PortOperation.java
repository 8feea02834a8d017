package dev.anchors.testkit.contract;

import dev.anchors.domain.AnchorId;
import dev.anchors.ports.Operation;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** The description of one operation of a port; {@link AnchorChange} and {@link AnchorRead} are the two kinds. */
abstract class PortOperation<P> {

    private final Operation operation;
    private final String name;
    private final int weight;
    private final List<Parameter<?>> parameters;

    /**
     * @param name the name of the method
     * @param weight how often random histories and programs of several threads call the operation; 0 for never
     */
    PortOperation(Operation operation, String name, int weight, Parameter<?>... parameters) {
        this.operation = operation;
        this.name = name;
        this.weight = weight;
        this.parameters = List.of(parameters);
    }

    final Operation operation() {
        return operation;
    }

    /** Returns the operations that a failure of the call may name: a call may be made of calls of other operations. */
    Set<Operation> named() {
        return operation == Operation.STREAM ? Set.of(operation, Operation.SNAPSHOT) : Set.of(operation);
    }

    final String name() {
        return name;
    }

    final int weight() {
        return weight;
    }

    final List<Parameter<?>> parameters() {
        return parameters;
    }

    /** Makes the call and returns its result; a stream is not read. */
    abstract Object call(P port, Arguments arguments);

    /** Makes the call and returns its result, or the list of the elements of a stream. */
    final Object use(P port, Arguments arguments) {
        Object result = call(port, arguments);
        if (result instanceof Stream<?> elements) {
            try (elements) {
                return elements.toList();
            }
        }
        return result;
    }

    /**
     * Returns the model after a call that had this result, or nothing if no call has this result in this state. Times of
     * changes are not compared.
     *
     * @param result what {@link #use} returned, or the {@link dev.anchors.ports.AnchorNotFoundException} that it threw
     */
    abstract Optional<Model> explain(Model before, Arguments arguments, Object result);

    /** Returns every combination of sample values with an anchor. */
    final List<Arguments> samples(AnchorId anchor) {
        List<Arguments> all = List.of(Arguments.NONE);
        for (Parameter<?> parameter : parameters) {
            all = Arguments.combined(
                    all, parameter, parameter.equals(Parameter.ANCHOR) ? List.of(anchor) : parameter.few());
        }
        return all;
    }

    /** Returns arguments of which one is null, for each parameter. */
    final List<Arguments> withNull() {
        Arguments sample = samples(new AnchorId("a")).get(0);
        return parameters.stream()
                .map(parameter -> sample.with(parameter, null))
                .toList();
    }
}
