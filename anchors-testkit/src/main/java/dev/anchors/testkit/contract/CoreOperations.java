package dev.anchors.testkit.contract;

import static dev.anchors.testkit.contract.Parameter.ANCHOR;
import static dev.anchors.testkit.contract.Parameter.ASSET;
import static dev.anchors.testkit.contract.Parameter.SEED;
import static dev.anchors.testkit.contract.Parameter.TRANSFERABLES;
import static java.util.stream.Collectors.toSet;

import dev.anchors.domain.Anchor;
import dev.anchors.domain.AnchorId;
import dev.anchors.domain.Anchors;
import dev.anchors.ports.AnchorRepository;
import dev.anchors.ports.Operation;
import dev.anchors.ports.Transferables;
import dev.anchors.testkit.contract.AnchorChange.Breaks;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.stream.Stream;

/** The operations of {@link AnchorRepository}. Those with weight 0 are made by histories in other ways, or not at all. */
final class CoreOperations {

    /** Histories create anchors by steps of their own, which know the numbers of the anchors. */
    static final Create CREATE =
            new Create(0, (port, given) -> port.create(given.get(SEED), given.get(TRANSFERABLES)), SEED, TRANSFERABLES);

    static final Role<AnchorRepository> ROLE = new Role<>(
            AnchorRepository.class,
            "repository",
            repository -> repository,
            List.of(
                    CREATE,
                    new Create(1, (port, given) -> port.create(given.get(SEED)), SEED),
                    new FindOrCreate(),
                    read(
                            Operation.SNAPSHOT,
                            "snapshot",
                            1,
                            Rule.CON_3,
                            (port, given) -> port.snapshot(given.get(TRANSFERABLES)),
                            TRANSFERABLES),
                    read(Operation.SNAPSHOT, "snapshot", 1, Rule.CON_3, (port, given) -> port.snapshot()),
                    read(
                            Operation.STREAM,
                            "stream",
                            0,
                            Rule.SNA_5,
                            (port, given) -> port.stream(given.get(TRANSFERABLES)),
                            TRANSFERABLES),
                    read(Operation.STREAM, "stream", 0, Rule.SNA_5, (port, given) -> port.stream()),
                    read(
                            Operation.FIND,
                            "find",
                            1,
                            Rule.FIN_2,
                            (port, given) -> port.find(given.get(ANCHOR), given.get(TRANSFERABLES)),
                            ANCHOR,
                            TRANSFERABLES),
                    read(Operation.FIND, "find", 2, Rule.FIN_1, (port, given) -> port.find(given.get(ANCHOR)), ANCHOR),
                    new Delete(),
                    new LinkChange<>(
                            Operation.DISASSOCIATE,
                            "disassociate",
                            3,
                            new Breaks(Rule.DIS_1, Rule.DIS_2, Rule.DIS_3, Rule.DIS_4, Rule.DIS_4),
                            ASSET,
                            AnchorRepository::disassociate)));

    private CoreOperations() {}

    /** Creates an anchor whose id and time the repository chooses; {@link CreateCheck} compares it in histories. */
    static final class Create extends PortOperation<AnchorRepository> {

        private final BiFunction<AnchorRepository, Arguments, Anchor> call;

        Create(int weight, BiFunction<AnchorRepository, Arguments, Anchor> call, Parameter<?>... parameters) {
            super(Operation.CREATE, "create", weight, parameters);
            this.call = call;
        }

        @Override
        Anchor call(AnchorRepository repository, Arguments arguments) {
            return call.apply(repository, arguments);
        }

        @Override
        Optional<Model> explain(Model before, Arguments arguments, Object result) {
            Anchor created = (Anchor) result;
            return before.hasIssued(created.id()) ? Optional.empty() : Optional.of(before.created(List.of(created)));
        }
    }

    private static final class Delete extends AnchorChange<AnchorRepository> {

        Delete() {
            super(
                    Operation.DELETE,
                    "delete",
                    2,
                    new Breaks(Rule.DEL_1, Rule.DEL_1, Rule.DEL_1, Rule.DEL_2, Rule.DEL_2));
        }

        @Override
        void change(AnchorRepository repository, AnchorId anchor, Arguments arguments) {
            repository.delete(anchor);
        }

        @Override
        Optional<Anchor> after(Anchor before, Arguments arguments) {
            return Optional.empty();
        }

        @Override
        boolean isDone(Anchors shown, AnchorId anchor, Arguments arguments) {
            return shown.find(anchor).isEmpty();
        }
    }

    /** Describes an operation that returns an anchor or all anchors. */
    private static AnchorRead<AnchorRepository> read(
            Operation operation,
            String name,
            int weight,
            Rule rule,
            BiFunction<AnchorRepository, Arguments, Object> call,
            Parameter<?>... parameters) {
        return new AnchorRead<>(operation, name, weight, rule, parameters) {
            @Override
            Object call(AnchorRepository repository, Arguments arguments) {
                return call.apply(repository, arguments);
            }

            @Override
            Optional<Model> explain(Model before, Arguments arguments, Object result) {
                Collection<Anchor> expected = arguments.has(ANCHOR)
                        ? before.find(arguments.get(ANCHOR)).stream().toList()
                        : before.anchors();
                boolean details =
                        !arguments.has(TRANSFERABLES) || arguments.get(TRANSFERABLES) == Transferables.INCLUDED;
                return Optional.of(before)
                        .filter(it ->
                                comparable(anchorsOf(result), details).equals(comparable(expected.stream(), details)))
                        .filter(it -> !(result instanceof Anchors shown) || linksAgree(shown, expected));
            }
        };
    }

    private static Stream<Anchor> anchorsOf(Object result) {
        if (result instanceof Anchors anchors) {
            return anchors.stream();
        }
        Stream<?> found = result instanceof Optional<?> one ? one.stream() : ((List<?>) result).stream();
        return found.map(Anchor.class::cast);
    }

    private static Set<Anchor> comparable(Stream<Anchor> anchors, boolean details) {
        return anchors.map(Rules::untimed)
                .map(anchor -> details ? anchor : Rules.withoutDetails(anchor))
                .collect(toSet());
    }

    /** Returns whether the lookup of a snapshot finds the anchors that are linked to each of a few materials. */
    private static boolean linksAgree(Anchors shown, Collection<Anchor> expected) {
        return Parameter.MATERIAL.few().stream()
                .allMatch(material -> ids(shown.linkedTo(material).stream())
                        .equals(ids(expected.stream()
                                .filter(anchor -> anchor.links().contains(material)))));
    }

    private static Set<AnchorId> ids(Stream<Anchor> anchors) {
        return anchors.map(Anchor::id).collect(toSet());
    }
}
