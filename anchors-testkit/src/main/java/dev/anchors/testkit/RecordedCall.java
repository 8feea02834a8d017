package dev.anchors.testkit;

import static java.util.stream.Collectors.joining;

import dev.anchors.ports.Operation;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/**
 * A call that a {@link FailingAnchorRepository} received. Immutable. Null arguments are rejected with
 * {@link NullPointerException}.
 *
 * @param operation the operation
 * @param arguments all arguments of the call, in order; a call without {@code Transferables} has
 *     {@code Transferables.INCLUDED}, the default
 */
public record RecordedCall(Operation operation, List<Object> arguments) {

    /** Copies the arguments. */
    public RecordedCall {
        Objects.requireNonNull(operation, "operation");
        arguments = List.copyOf(arguments);
    }

    /** Returns a call with these arguments. */
    public static RecordedCall of(Operation operation, Object... arguments) {
        return new RecordedCall(operation, List.of(arguments));
    }

    /** Returns the call as text, for example {@code delete(AnchorId[value=a-1])}. */
    @Override
    public String toString() {
        return operation.name().toLowerCase(Locale.ROOT)
                + arguments.stream().map(Object::toString).collect(joining(", ", "(", ")"));
    }
}
