package dev.anchors.testkit.contract;

import dev.anchors.domain.AnchorId;
import dev.anchors.domain.MaterialId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The arguments of a call, in the order of the parameters. In a step of a history, a {@link Target} stands for the id of an
 * anchor until the step is run. Immutable.
 */
record Arguments(Map<Parameter<?>, @Nullable Object> values) {

    static final Arguments NONE = new Arguments(Map.of());

    /** Returns a value, which is null only in calls that pass null on purpose. */
    @SuppressWarnings({"unchecked", "NullAway"}) // with() is given a T for each Parameter<T>
    <T> T get(Parameter<T> parameter) {
        return (T) values.get(parameter);
    }

    boolean has(Parameter<?> parameter) {
        return values.containsKey(parameter);
    }

    Arguments with(Parameter<?> parameter, @Nullable Object value) {
        Map<Parameter<?>, @Nullable Object> changed = new LinkedHashMap<>(values);
        changed.put(parameter, value);
        return new Arguments(changed);
    }

    /** Returns the target that stands for the anchor. */
    Optional<Target> target() {
        return Optional.ofNullable(values.get(Parameter.ANCHOR))
                .filter(Target.class::isInstance)
                .map(Target.class::cast);
    }

    /** Returns the arguments of a step with the id of its anchor; nothing if there is no such id. */
    Optional<Arguments> resolved(Map<Integer, AnchorId> ids) {
        return target().isEmpty()
                ? Optional.of(this)
                : target().flatMap(target -> target.id(ids)).map(id -> with(Parameter.ANCHOR, id));
    }

    /** Returns these arguments with one of them simpler, for each simpler value. */
    Stream<Arguments> simpler() {
        return values.keySet().stream()
                .flatMap(parameter -> parameter
                        .simplerThan(get(parameter))
                        .filter(value -> !value.equals(get(parameter)))
                        .map(value -> with(parameter, value)));
    }

    /** Returns the materials among the arguments. */
    Stream<MaterialId> materials() {
        return values.values().stream().filter(MaterialId.class::isInstance).map(MaterialId.class::cast);
    }

    /** Returns the texts of the arguments, separated by commas. */
    String text(Function<Map.Entry<Parameter<?>, @Nullable Object>, String> one) {
        return String.join(", ", values.entrySet().stream().map(one).toList());
    }

    /** Returns the arguments with every combination of values for a parameter. */
    static List<Arguments> combined(List<Arguments> all, Parameter<?> parameter, List<?> values) {
        return all.stream()
                .flatMap(arguments -> values.stream().map(value -> arguments.with(parameter, value)))
                .toList();
    }
}
