package dev.anchors.testkit.contract;

import dev.anchors.domain.Anchor;
import dev.anchors.domain.AnchorId;
import dev.anchors.ports.AnchorNotFoundException;
import dev.anchors.ports.AnchorRepository;
import dev.anchors.ports.ConnectionFailedException;
import dev.anchors.ports.Operation;
import dev.anchors.ports.Transferables;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** Repositories that find the wrong anchors. */
final class FindMutants {

    private FindMutants() {}

    static Stream<Mutant> all() {
        return Stream.concat(byId(), byIdAndTransferables());
    }

    private static Stream<Mutant> byIdAndTransferables() {
        return Stream.of(
                new Mutant(
                        Rule.FIN_2,
                        "omits points along with their details",
                        omitting(found -> found.map(
                                anchor -> anchor.toBuilder().points(List.of()).build()))),
                new Mutant(
                        Rule.FIN_2,
                        "omits links along with details of points",
                        omitting(found -> found.map(
                                anchor -> anchor.toBuilder().links(List.of()).build()))),
                new Mutant(Rule.FIN_2, "finds nothing if details are omitted", omitting(found -> Optional.empty())),
                new Mutant(
                        Rule.FIN_2,
                        "finds a removed link if details are omitted",
                        omitting(found -> found.map(
                                anchor -> anchor.toBuilder().link(Rules.ASSET).build()))),
                new Mutant(
                        Rule.FIN_2, "omits details of points that are included", clock -> new SmallRepository(clock) {
                            @Override
                            public Optional<Anchor> find(AnchorId id, Transferables transferables) {
                                Objects.requireNonNull(transferables);
                                return super.find(id, Transferables.OMITTED);
                            }
                        }),
                new Mutant(
                        Rule.FIN_2,
                        "finds another anchor if there is no such anchor",
                        clock -> new SmallRepository(clock) {
                            @Override
                            public Optional<Anchor> find(AnchorId id, Transferables transferables) {
                                return super.find(id, transferables)
                                        .or(() -> anchors.values().stream().findFirst());
                            }
                        }));
    }

    /** A repository that finds something else if transferables are omitted. */
    private static Function<InstantSource, AnchorRepository> omitting(UnaryOperator<Optional<Anchor>> mistake) {
        return clock -> new SmallRepository(clock) {
            @Override
            public Optional<Anchor> find(AnchorId id, Transferables transferables) {
                Optional<Anchor> found = super.find(id, transferables);
                return transferables == Transferables.OMITTED ? mistake.apply(found) : found;
            }
        };
    }

    private static Stream<Mutant> byId() {
        return Stream.of(
                new Mutant(Rule.FIN_1, "finds nothing", finding((found, id) -> Optional.empty())),
                new Mutant(
                        Rule.FIN_1,
                        "finds anchors without details of points",
                        finding((found, id) -> found.map(SmallRepository::bare))),
                new Mutant(Rule.FIN_1, "fails if there is no such anchor", finding((found, id) -> {
                    if (found.isEmpty()) {
                        throw new AnchorNotFoundException(Operation.FIND, id);
                    }
                    return found;
                })),
                new Mutant(Rule.FIN_1, "refuses an id with a slash", finding((found, id) -> {
                    if (id.value().contains("/")) {
                        throw new IllegalArgumentException("a slash in " + id);
                    }
                    return found;
                })),
                new Mutant(Rule.FIN_1, "refuses an id with a control character", finding((found, id) -> {
                    if (id.value().chars().anyMatch(Character::isISOControl)) {
                        throw new IllegalArgumentException("a control character in " + id);
                    }
                    return found;
                })),
                new Mutant(
                        Rule.FIN_1,
                        "finds nothing if the service is disconnected",
                        clock -> new SmallRepository(clock) {
                            @Override
                            public Optional<Anchor> find(AnchorId id) {
                                try {
                                    return super.find(id);
                                } catch (ConnectionFailedException failure) {
                                    return Optional.empty();
                                }
                            }
                        }),
                new Mutant(Rule.FIN_1, "finds deleted anchors", remembering(false)),
                new Mutant(Rule.FIN_1, "finds anchors as they were created", remembering(true)),
                new Mutant(
                        Rule.FIN_1, "finds an anchor by the beginning of its id", clock -> new SmallRepository(clock) {
                            @Override
                            public Optional<Anchor> find(AnchorId id) {
                                return super.find(id)
                                        .or(() -> anchors.values().stream()
                                                .filter(anchor ->
                                                        anchor.id().value().startsWith(id.value()))
                                                .findFirst());
                            }
                        }),
                new Mutant(Rule.FIN_1, "finds an anchor by its id and more text", clock -> new SmallRepository(clock) {
                    @Override
                    public Optional<Anchor> find(AnchorId id) {
                        return super.find(id)
                                .or(() -> anchors.values().stream()
                                        .filter(anchor -> id.value()
                                                .startsWith(anchor.id().value()))
                                        .findFirst());
                    }
                }));
    }

    private static Function<InstantSource, AnchorRepository> finding(
            BiFunction<Optional<Anchor>, AnchorId, Optional<Anchor>> mistake) {
        return clock -> new SmallRepository(clock) {
            @Override
            public Optional<Anchor> find(AnchorId id) {
                return mistake.apply(super.find(id), id);
            }
        };
    }

    /** A repository with a cache for find that is not updated. */
    private static Function<InstantSource, AnchorRepository> remembering(boolean first) {
        return clock -> new SmallRepository(clock) {
            private final Map<AnchorId, Anchor> remembered = new HashMap<>();

            @Override
            void put(Anchor anchor) {
                super.put(anchor);
                if (first) {
                    remembered.putIfAbsent(anchor.id(), anchor);
                } else {
                    remembered.put(anchor.id(), anchor);
                }
            }

            @Override
            void remove(Anchor anchor) {
                super.remove(anchor);
                if (first) {
                    remembered.remove(anchor.id());
                }
            }

            @Override
            public Optional<Anchor> find(AnchorId id) {
                super.find(id);
                return Optional.ofNullable(remembered.get(id));
            }
        };
    }
}
