package dev.anchors.testkit.contract;

import dev.anchors.domain.Anchor;
import dev.anchors.domain.AnchorId;
import dev.anchors.domain.Anchors;
import dev.anchors.domain.AssetId;
import dev.anchors.domain.SeededAnchor;
import dev.anchors.ports.Transferables;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** Repositories that accept null. */
final class ArgumentMutants {

    private ArgumentMutants() {}

    static Stream<Mutant> all() {
        return Stream.of(nulls(), laterNulls()).flatMap(mutants -> mutants);
    }

    private static Stream<Mutant> nulls() {
        return Stream.of(
                new Mutant(
                        Rule.ARG_1,
                        "throws IllegalArgumentException for a null seed",
                        clock -> new SmallRepository(clock) {
                            @Override
                            public Anchor create(SeededAnchor seed, Transferables transferables) {
                                if (seed == null) {
                                    throw new IllegalArgumentException("no seed");
                                }
                                return super.create(seed, transferables);
                            }
                        }),
                new Mutant(Rule.ARG_1, "accepts null transferables in create", clock -> new SmallRepository(clock) {
                    @Override
                    public Anchor create(SeededAnchor seed, Transferables transferables) {
                        return super.create(seed, orIncluded(transferables));
                    }
                }),
                new Mutant(Rule.ARG_1, "creates an anchor before it refuses null", clock -> new SmallRepository(clock) {
                    @Override
                    public Anchor create(SeededAnchor seed, Transferables transferables) {
                        Anchor made = super.create(seed, orIncluded(transferables));
                        return shown(made, Objects.requireNonNull(transferables));
                    }
                }),
                new Mutant(Rule.ARG_1, "accepts null transferables in snapshot", clock -> new SmallRepository(clock) {
                    @Override
                    public Anchors snapshot(Transferables transferables) {
                        return super.snapshot(orIncluded(transferables));
                    }
                }),
                new Mutant(Rule.ARG_1, "refuses null only when a stream is read", clock -> new SmallRepository(clock) {
                    @Override
                    public Stream<Anchor> stream(Transferables transferables) {
                        return Stream.of(this).flatMap(all -> super.stream(transferables));
                    }
                }));
    }

    private static Stream<Mutant> laterNulls() {
        return Stream.of(
                new Mutant(Rule.ARG_1, "finds nothing for a null id", clock -> new SmallRepository(clock) {
                    @Override
                    public Optional<Anchor> find(AnchorId id) {
                        return id == null ? Optional.empty() : super.find(id);
                    }
                }),
                new Mutant(Rule.ARG_1, "accepts null transferables in find", clock -> new SmallRepository(clock) {
                    @Override
                    public Optional<Anchor> find(AnchorId id, Transferables transferables) {
                        return super.find(id, orIncluded(transferables));
                    }
                }),
                new Mutant(Rule.ARG_1, "ignores a null id in delete", clock -> new SmallRepository(clock) {
                    @Override
                    public void delete(AnchorId id) {
                        if (id != null) {
                            super.delete(id);
                        }
                    }
                }),
                new Mutant(Rule.ARG_1, "ignores a null anchor in disassociate", clock -> new SmallRepository(clock) {
                    @Override
                    public void disassociate(AnchorId id, AssetId asset) {
                        if (id != null) {
                            super.disassociate(id, asset);
                        }
                    }
                }),
                new Mutant(Rule.ARG_1, "removes an asset for a null asset", clock -> new SmallRepository(clock) {
                    @Override
                    public void disassociate(AnchorId id, AssetId asset) {
                        if (asset == null) {
                            super.disassociate(id, Rules.ASSET);
                        }
                        super.disassociate(id, asset);
                    }
                }));
    }

    private static Transferables orIncluded(Transferables transferables) {
        return transferables == null ? Transferables.INCLUDED : transferables;
    }
}
