package dev.anchors.testkit.contract;

import dev.anchors.domain.Anchor;
import dev.anchors.domain.AnchorId;
import dev.anchors.domain.Anchors;
import dev.anchors.ports.AnchorNotFoundException;
import dev.anchors.ports.AnchorRepository;
import dev.anchors.testkit.contract.ConcurrentHistory.Observation;
import java.util.Map;
import java.util.Optional;

/** A call of an operation with its arguments. */
record Call<P>(Role<P> role, PortOperation<P> operation, Arguments arguments) {

    /** The ports of one repository. */
    interface Ports {
        <T> T of(Role<T> role);

        /** Returns the ports of a repository as {@link RepositoryContract#newRepository} made it. */
        static Ports of(AnchorRepository repository) {
            return new Ports() {
                @Override
                public <T> T of(Role<T> role) {
                    return role.of().apply(repository);
                }
            };
        }
    }

    /** Makes the call and returns its result; a stream is not read. */
    Object make(Ports ports) {
        return operation.call(ports.of(role), arguments);
    }

    /** Makes the call and returns its result, or the list of the elements of a stream. */
    Object use(Ports ports) {
        return operation.use(ports.of(role), arguments);
    }

    /** Makes the call and records what a thread observed. */
    Observation observe(Ports ports) {
        Object result = used(ports);
        return new Observation() {
            @Override
            public Optional<Model> after(Model before) {
                return operation.explain(before, arguments, result);
            }

            @Override
            public String toString() {
                return Call.this + shown(result);
            }
        };
    }

    /** Returns how a call ended, with the links of the anchors that it returned. */
    private static String shown(Object result) {
        if (result instanceof AnchorNotFoundException) {
            return " found no anchor";
        } else if (result instanceof Optional<?> found) {
            return found.map(Call::shown).orElse(" returned nothing");
        } else if (result instanceof Anchors anchors) {
            return " returned " + anchors.stream().map(Call::withLinks).toList();
        }
        return result instanceof Anchor anchor ? " returned " + withLinks(anchor) : CallLog.returned(result);
    }

    private static String withLinks(Anchor anchor) {
        return anchor.id().value() + " with links " + anchor.links();
    }

    private Object used(Ports ports) {
        try {
            return use(ports);
        } catch (AnchorNotFoundException failure) {
            return failure;
        }
    }

    /** Returns the model after the call succeeded. */
    Model after(Model before) {
        return operation.explain(before, arguments, "").orElseThrow();
    }

    /** Returns whether the call can have had this result. */
    boolean explains(Model model, Object result) {
        return operation.explain(model, arguments, result).isPresent();
    }

    /** Returns the call of a step with the id of its anchor; nothing if there is no such id. */
    Optional<Call<P>> resolved(Map<Integer, AnchorId> ids) {
        return arguments.resolved(ids).map(this::with);
    }

    Call<P> with(Arguments other) {
        return new Call<>(role, operation, other);
    }

    /** Returns the call with another anchor, if the operation is about an anchor. */
    Call<P> on(AnchorId anchor) {
        return arguments.has(Parameter.ANCHOR) ? with(arguments.with(Parameter.ANCHOR, anchor)) : this;
    }

    boolean isChange() {
        return operation instanceof AnchorChange;
    }

    /** Returns the Java expression of the call of a step. */
    String code() {
        return method() + "(" + arguments.text(argument -> argument.getKey().codeOf(argument.getValue())) + ")";
    }

    /** Returns the call with the names of its parameters, but with the values of those that have several sample values. */
    String signature() {
        return method() + "("
                + arguments.text(argument ->
                        argument.getValue() == null || argument.getKey().few().size() > 1
                                ? CallLog.words(argument.getValue())
                                : argument.getKey().name())
                + ")";
    }

    private String method() {
        return role.variable() + "." + operation.name();
    }

    /** Returns the call with short forms of its arguments. */
    @Override
    public String toString() {
        return method() + "(" + arguments.text(argument -> CallLog.words(argument.getValue())) + ")";
    }
}
