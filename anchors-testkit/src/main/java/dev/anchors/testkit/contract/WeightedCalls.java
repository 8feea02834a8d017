package dev.anchors.testkit.contract;

import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Chooses operations by their weights. */
final class WeightedCalls {

    private final List<Call<?>> calls;

    WeightedCalls(List<Role<?>> roles, Predicate<PortOperation<?>> included) {
        calls = roles.stream().flatMap(role -> callsOf(role, included)).toList();
    }

    private static <P> Stream<Call<?>> callsOf(Role<P> role, Predicate<PortOperation<?>> included) {
        return role.operations().stream()
                .filter(included)
                .flatMap(operation ->
                        Collections.nCopies(operation.weight(), new Call<>(role, operation, Arguments.NONE)).stream());
    }

    /** Returns the sum of the weights. */
    int weight() {
        return calls.size();
    }

    /** Returns a call without arguments. */
    Call<?> next(Random random) {
        return calls.get(random.nextInt(calls.size()));
    }
}
