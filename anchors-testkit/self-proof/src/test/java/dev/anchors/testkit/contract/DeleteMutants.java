package dev.anchors.testkit.contract;

import dev.anchors.domain.Anchor;
import dev.anchors.domain.AnchorId;
import dev.anchors.domain.Anchors;
import dev.anchors.domain.AssetId;
import dev.anchors.domain.FullPath;
import dev.anchors.domain.GroupedTimestamp;
import dev.anchors.domain.MaterialId;
import dev.anchors.ports.AnchorNotFoundException;
import dev.anchors.ports.AnchorRepository;
import dev.anchors.ports.Operation;
import dev.anchors.ports.RequestRefusedException;
import dev.anchors.ports.Transferables;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Stream;

/** Repositories that delete too little or too much, or report unknown anchors wrongly. */
final class DeleteMutants {

    private DeleteMutants() {}

    static Stream<Mutant> all() {
        return Stream.of(gone(), stale(), notFound(), assets()).flatMap(mutants -> mutants);
    }

    private static Stream<Mutant> gone() {
        return Stream.of(
                new Mutant(Rule.DEL_1, "deletes nothing", removing((repository, anchor) -> {})),
                new Mutant(
                        Rule.DEL_1,
                        "only marks an anchor as deleted",
                        removing((repository, anchor) -> repository.put(anchor.toBuilder()
                                .deleted(GroupedTimestamp.of(repository.now()))
                                .build()))),
                new Mutant(
                        Rule.DEL_1,
                        "deletes every anchor of the same path",
                        removing((repository, anchor) -> repository
                                .anchors
                                .values()
                                .removeIf(other -> other.paths().equals(anchor.paths())))),
                new Mutant(Rule.DEL_1, "deletes the newest anchor as well", removing((repository, anchor) -> {
                    repository.anchors.remove(anchor.id());
                    repository.anchors.keySet().stream()
                            .reduce((one, other) -> other)
                            .ifPresent(repository.anchors::remove);
                })),
                new Mutant(Rule.DEL_1, "changes the time of every other anchor", removing((repository, anchor) -> {
                    repository.anchors.remove(anchor.id());
                    repository.anchors.replaceAll((id, other) -> other.toBuilder()
                            .updated(GroupedTimestamp.of(repository.now()))
                            .build());
                })));
    }

    private static Stream<Mutant> stale() {
        return Stream.of(
                new Mutant(
                        Rule.DEL_1,
                        "still finds a deleted anchor in a snapshot",
                        indexing((now, before) -> new View(() -> now) {
                            @Override
                            public Optional<Anchor> find(AnchorId id) {
                                return before.find(id);
                            }
                        })),
                new Mutant(
                        Rule.DEL_1,
                        "still finds a deleted anchor by its path",
                        indexing((now, before) -> new View(() -> now) {
                            @Override
                            public List<Anchor> atPath(FullPath path) {
                                return before.atPath(path);
                            }
                        })),
                new Mutant(
                        Rule.DEL_1,
                        "still finds a deleted anchor by its asset",
                        indexing((now, before) -> new View(() -> now) {
                            @Override
                            public List<Anchor> linkedTo(MaterialId material) {
                                return before.linkedTo(material);
                            }
                        })));
    }

    private static Stream<Mutant> notFound() {
        return Stream.of(
                new Mutant(Rule.DEL_2, "ignores an unknown id", missing((repository, id) -> {})),
                new Mutant(Rule.DEL_2, "ignores the id of a deleted anchor", clock -> new SmallRepository(clock) {
                    private final Set<AnchorId> deleted = ConcurrentHashMap.newKeySet();

                    @Override
                    public void delete(AnchorId id) {
                        if (!deleted.contains(id)) {
                            super.delete(id);
                            deleted.add(id);
                        }
                    }
                }),
                new Mutant(Rule.DEL_2, "throws RequestRefusedException for an unknown id", missing((repository, id) -> {
                    throw new RequestRefusedException(Operation.DELETE, OptionalInt.of(404), "no such anchor", null);
                })),
                new Mutant(Rule.DEL_2, "names another operation in its failure", missing((repository, id) -> {
                    throw new AnchorNotFoundException(Operation.FIND, id);
                })),
                new Mutant(Rule.DEL_2, "names another id in its failure", missing((repository, id) -> {
                    throw new AnchorNotFoundException(Operation.DELETE, new AnchorId("another"));
                })),
                new Mutant(Rule.DEL_2, "refuses an id with a slash", clock -> new SmallRepository(clock) {
                    @Override
                    public void delete(AnchorId id) {
                        if (id.value().contains("/")) {
                            throw new IllegalArgumentException("a slash in " + id);
                        }
                        super.delete(id);
                    }
                }),
                new Mutant(Rule.DEL_2, "deletes the oldest anchor if the id is unknown", missing((repository, id) -> {
                    repository.anchors.keySet().stream().findFirst().ifPresent(repository.anchors::remove);
                    throw new AnchorNotFoundException(Operation.DELETE, id);
                })));
    }

    private static Stream<Mutant> assets() {
        return Stream.of(
                new Mutant(
                        Rule.DEL_3,
                        "removes the assets of a deleted anchor from all others",
                        removing((repository, anchor) -> {
                            repository.anchors.remove(anchor.id());
                            repository.anchors.replaceAll((id, other) -> without(anchor.assets(), other));
                        })),
                new Mutant(
                        Rule.DEL_3,
                        "deletes every anchor that shares an asset",
                        removing((repository, anchor) -> repository
                                .anchors
                                .values()
                                .removeIf(other -> other.equals(anchor)
                                        || other.assets().stream().anyMatch(anchor.assets()::contains)))),
                new Mutant(
                        Rule.DEL_3,
                        "does not find the other anchors of an asset of a deleted anchor",
                        clock -> new SmallRepository(clock) {
                            private final Set<AssetId> forgotten = ConcurrentHashMap.newKeySet();

                            @Override
                            void remove(Anchor anchor) {
                                super.remove(anchor);
                                forgotten.addAll(anchor.assets());
                            }

                            @Override
                            public Anchors snapshot(Transferables transferables) {
                                Anchors anchors = super.snapshot(transferables);
                                return Anchors.over(new View(() -> anchors) {
                                    @Override
                                    public List<Anchor> linkedTo(MaterialId material) {
                                        return forgotten.contains(material) ? List.of() : anchors.linkedTo(material);
                                    }
                                });
                            }
                        }));
    }

    private static Anchor without(Set<AssetId> assets, Anchor anchor) {
        Anchor.Builder changed = anchor.toBuilder();
        assets.forEach(changed::unlink);
        return changed.build();
    }

    private static Function<InstantSource, AnchorRepository> removing(BiConsumer<SmallRepository, Anchor> mistake) {
        return clock -> new SmallRepository(clock) {
            @Override
            void remove(Anchor anchor) {
                mistake.accept(this, anchor);
            }
        };
    }

    private static Function<InstantSource, AnchorRepository> missing(BiConsumer<SmallRepository, AnchorId> mistake) {
        return clock -> new SmallRepository(clock) {
            @Override
            public void delete(AnchorId id) {
                if (find(id).isPresent()) {
                    super.delete(id);
                } else {
                    mistake.accept(this, id);
                }
            }
        };
    }

    /** A repository that does not update one of its indexes when it deletes. */
    private static Function<InstantSource, AnchorRepository> indexing(BiFunction<Anchors, Anchors, View> mistake) {
        return clock -> new SmallRepository(clock) {
            private Anchors before = Anchors.empty();

            @Override
            void remove(Anchor anchor) {
                before = super.snapshot(Transferables.INCLUDED);
                super.remove(anchor);
            }

            @Override
            public Anchors snapshot(Transferables transferables) {
                Anchors now = super.snapshot(transferables);
                return Anchors.over(mistake.apply(now, before.isEmpty() ? now : before));
            }
        };
    }
}
