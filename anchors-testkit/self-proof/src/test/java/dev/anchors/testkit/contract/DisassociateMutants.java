package dev.anchors.testkit.contract;

import dev.anchors.domain.Anchor;
import dev.anchors.domain.AnchorId;
import dev.anchors.domain.Anchors;
import dev.anchors.domain.AssetId;
import dev.anchors.domain.GroupedTimestamp;
import dev.anchors.domain.MaterialId;
import dev.anchors.ports.AnchorNotFoundException;
import dev.anchors.ports.AnchorRepository;
import dev.anchors.ports.Operation;
import dev.anchors.ports.RequestRefusedException;
import dev.anchors.ports.Transferables;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiConsumer;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import java.util.stream.Stream;

/** Repositories that remove the wrong link, or set the wrong time. */
final class DisassociateMutants {

    private DisassociateMutants() {}

    static Stream<Mutant> all() {
        return Stream.of(links(), others(), times(), noLink(), noAnchor()).flatMap(mutants -> mutants);
    }

    private static Stream<Mutant> links() {
        return Stream.of(
                new Mutant(Rule.DIS_1, "removes no link", unlinking((repository, linked, asset) -> {})),
                new Mutant(
                        Rule.DIS_1,
                        "deletes an anchor when its last asset is removed",
                        unlinking((repository, linked, asset) -> repository.remove(linked))),
                new Mutant(
                        Rule.DIS_4,
                        "does not remove an asset whose id has a percent sign",
                        unlinking((repository, linked, asset) -> {
                            if (!asset.value().contains("%")) {
                                repository.put(repository.unlinked(linked, asset));
                            }
                        })),
                new Mutant(
                        Rule.DIS_1,
                        "still finds an anchor by an asset that was removed",
                        clock -> new SmallRepository(clock) {
                            private Anchors before = Anchors.empty();

                            @Override
                            Anchor unlinked(Anchor anchor, AssetId asset) {
                                before = super.snapshot(Transferables.INCLUDED);
                                return super.unlinked(anchor, asset);
                            }

                            @Override
                            public Anchors snapshot(Transferables transferables) {
                                Anchors now = super.snapshot(transferables);
                                return Anchors.over(new View(() -> now) {
                                    @Override
                                    public List<Anchor> linkedTo(MaterialId material) {
                                        return (before.isEmpty() ? now : before).linkedTo(material);
                                    }
                                });
                            }
                        }),
                new Mutant(Rule.DIS_1, "removes the asset from all anchors", unlinking((repository, linked, asset) -> {
                    repository.anchors.replaceAll(
                            (id, anchor) -> anchor.toBuilder().unlink(asset).build());
                })));
    }

    private static Stream<Mutant> others() {
        return Stream.of(
                new Mutant(Rule.DIS_2, "removes the conversations too", changing((before, after) -> {
                    Anchor.Builder changed = after.toBuilder();
                    before.conversations().forEach(changed::unlink);
                    return changed.build();
                })),
                new Mutant(Rule.DIS_2, "removes the annotations too", changing((before, after) -> {
                    Anchor.Builder changed = after.toBuilder();
                    before.annotations().forEach(changed::unlink);
                    return changed.build();
                })),
                new Mutant(
                        Rule.DIS_2,
                        "removes all assets from anchors of the same path",
                        unlinking((repository, linked, asset) -> {
                            repository.put(repository.unlinked(linked, asset));
                            repository.anchors.replaceAll(
                                    (id, anchor) -> anchor.paths().equals(linked.paths())
                                            ? anchor.toBuilder()
                                                    .unlink(Rules.ASSET)
                                                    .unlink(Rules.OTHER_ASSET)
                                                    .build()
                                            : anchor);
                        })),
                new Mutant(
                        Rule.DIS_2,
                        "changes the times of other anchors of the asset",
                        unlinking((repository, linked, asset) -> {
                            repository.put(repository.unlinked(linked, asset));
                            repository.anchors.replaceAll(
                                    (id, anchor) -> anchor.assets().contains(asset)
                                            ? anchor.toBuilder()
                                                    .updated(GroupedTimestamp.of(repository.now()))
                                                    .build()
                                            : anchor);
                        })));
    }

    private static Stream<Mutant> times() {
        return Stream.of(
                new Mutant(
                        Rule.DIS_3,
                        "does not change updated",
                        changing((before, after) ->
                                after.toBuilder().updated(before.updated()).build())),
                new Mutant(
                        Rule.DIS_3,
                        "sets updated to an earlier time if the clock went back",
                        clock -> new SmallRepository(clock) {
                            @Override
                            Anchor unlinked(Anchor anchor, AssetId asset) {
                                return anchor.toBuilder()
                                        .unlink(asset)
                                        .updated(GroupedTimestamp.of(now()))
                                        .build();
                            }
                        }),
                new Mutant(
                        Rule.DIS_3,
                        "uses the clock of the machine",
                        changing((before, after) -> after.toBuilder()
                                .updated(GroupedTimestamp.of(Instant.now()))
                                .build())),
                new Mutant(
                        Rule.DIS_3,
                        "sets updated a second late",
                        changing((before, after) -> after.toBuilder()
                                .updated(GroupedTimestamp.of(
                                        after.updated().value().plus(Duration.ofSeconds(1))))
                                .build())),
                new Mutant(
                        Rule.DIS_3,
                        "sets created to the time of the change",
                        changing((before, after) ->
                                after.toBuilder().created(after.updated()).build())));
    }

    private static Stream<Mutant> noLink() {
        return Stream.of(
                new Mutant(Rule.DIS_4, "fails if the asset is not linked", notLinked((repository, anchor) -> {
                    throw new RequestRefusedException(
                            Operation.DISASSOCIATE, OptionalInt.of(404), "no such link", null);
                })),
                new Mutant(
                        Rule.DIS_4,
                        "changes updated if no link was removed",
                        notLinked((repository, anchor) -> repository.put(anchor.toBuilder()
                                .updated(GroupedTimestamp.of(repository.now()))
                                .build()))),
                new Mutant(
                        Rule.DIS_4,
                        "removes the first asset if the given one is not linked",
                        notLinked((repository, anchor) -> anchor.assets().stream()
                                .findFirst()
                                .ifPresent(asset -> repository.put(repository.unlinked(anchor, asset))))));
    }

    private static Stream<Mutant> noAnchor() {
        return Stream.of(
                new Mutant(Rule.DIS_4, "ignores an unknown anchor", missing((repository, id) -> {})),
                new Mutant(
                        Rule.DIS_4,
                        "throws RequestRefusedException for an unknown anchor",
                        missing((repository, id) -> {
                            throw new RequestRefusedException(
                                    Operation.DISASSOCIATE, OptionalInt.of(404), "no such anchor", null);
                        })),
                new Mutant(Rule.DIS_4, "names another operation in its failure", missing((repository, id) -> {
                    throw new AnchorNotFoundException(Operation.DELETE, id);
                })),
                new Mutant(
                        Rule.DIS_4,
                        "removes an asset from all anchors if the given anchor is unknown",
                        missing((repository, id) -> {
                            repository.anchors.replaceAll((other, anchor) ->
                                    anchor.toBuilder().unlink(Rules.ASSET).build());
                            throw new AnchorNotFoundException(Operation.DISASSOCIATE, id);
                        })),
                new Mutant(Rule.DIS_4, "ignores a deleted anchor", clock -> new SmallRepository(clock) {
                    private final Set<AnchorId> deleted = ConcurrentHashMap.newKeySet();

                    @Override
                    void remove(Anchor anchor) {
                        super.remove(anchor);
                        deleted.add(anchor.id());
                    }

                    @Override
                    public void disassociate(AnchorId id, AssetId asset) {
                        if (!deleted.contains(id)) {
                            super.disassociate(id, asset);
                        }
                    }
                }));
    }

    /** Replaces the removal of an existing link. */
    private interface Unlinking {
        void accept(SmallRepository repository, Anchor linked, AssetId asset);
    }

    private static Function<InstantSource, AnchorRepository> unlinking(Unlinking mistake) {
        return disassociating((repository, anchor, asset) -> {
            if (anchor.assets().contains(asset)) {
                mistake.accept(repository, anchor, asset);
            }
        });
    }

    private static Function<InstantSource, AnchorRepository> notLinked(BiConsumer<SmallRepository, Anchor> mistake) {
        return disassociating((repository, anchor, asset) -> {
            if (anchor.assets().contains(asset)) {
                repository.put(repository.unlinked(anchor, asset));
            } else {
                mistake.accept(repository, anchor);
            }
        });
    }

    private static Function<InstantSource, AnchorRepository> disassociating(Unlinking instead) {
        return clock -> new SmallRepository(clock) {
            @Override
            public void disassociate(AnchorId id, AssetId asset) {
                if (find(id).isPresent() && asset != null) {
                    instead.accept(this, anchors.get(id), asset);
                } else {
                    super.disassociate(id, asset);
                }
            }
        };
    }

    private static Function<InstantSource, AnchorRepository> changing(BinaryOperator<Anchor> mistake) {
        return clock -> new SmallRepository(clock) {
            @Override
            Anchor unlinked(Anchor anchor, AssetId asset) {
                return mistake.apply(anchor, super.unlinked(anchor, asset));
            }
        };
    }

    private static Function<InstantSource, AnchorRepository> missing(BiConsumer<SmallRepository, AnchorId> mistake) {
        return clock -> new SmallRepository(clock) {
            @Override
            public void disassociate(AnchorId id, AssetId asset) {
                if (find(id).isPresent()) {
                    super.disassociate(id, asset);
                } else {
                    mistake.accept(this, id);
                }
            }
        };
    }
}
