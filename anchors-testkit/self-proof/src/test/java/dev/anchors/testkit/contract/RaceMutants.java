package dev.anchors.testkit.contract;

import dev.anchors.domain.Anchor;
import dev.anchors.domain.AnchorId;
import dev.anchors.domain.Anchors;
import dev.anchors.domain.AssetId;
import dev.anchors.domain.SeededAnchor;
import dev.anchors.ports.Operation;
import dev.anchors.ports.Transferables;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Second set: repositories with races and without gates. They read the clock where another thread can interfere. */
final class RaceMutants {

    private RaceMutants() {}

    static Stream<Mutant> all() {
        return Stream.concat(updates(), reads());
    }

    private static Stream<Mutant> updates() {
        return Stream.of(
                new Mutant(
                        Rule.CON_3,
                        "locks each anchor of a snapshot, and not all",
                        clock -> new SmallRepository(clock) {
                            @Override
                            public Anchors snapshot(Transferables transferables) {
                                return Anchors.of(super.snapshot(transferables).stream()
                                        .flatMap(anchor -> current(anchor.id()).stream())
                                        .map(anchor -> shown(anchor, transferables))
                                        .toList());
                            }

                            private synchronized Optional<Anchor> current(AnchorId id) {
                                return Optional.ofNullable(anchors.get(id));
                            }
                        }),
                new Mutant(
                        Rule.CON_2,
                        "checks that an anchor exists before it locks the store for a delete",
                        clock -> new Racing(clock) {
                            @Override
                            public void delete(AnchorId id) {
                                existing(Operation.DELETE, id);
                                gap();
                                change(all -> all.remove(id));
                            }
                        }),
                new Mutant(
                        Rule.CON_2,
                        "writes an anchor back that another thread may have deleted",
                        clock -> new Racing(clock) {
                            @Override
                            public void disassociate(AnchorId id, AssetId asset) {
                                Anchor unlinked = unlinked(existing(Operation.DISASSOCIATE, id), asset);
                                gap();
                                change(all -> all.put(id, unlinked));
                            }
                        }),
                new Mutant(Rule.CON_1, "counts ids without a lock", clock -> new Racing(clock) {
                    private volatile int last;

                    @Override
                    AnchorId newId() {
                        int next = last + 1;
                        gap();
                        last = next;
                        return new AnchorId("anchor-" + next);
                    }

                    @Override
                    public Anchor create(SeededAnchor seed, Transferables transferables) {
                        Anchor made = made(seed);
                        change(all -> all.put(made.id(), made));
                        return shown(made, transferables);
                    }
                }),
                new Mutant(
                        Rule.CON_1, "replaces the whole store by a copy when it creates", clock -> new Racing(clock) {
                            @Override
                            public Anchor create(SeededAnchor seed, Transferables transferables) {
                                Anchor made = made(seed);
                                Anchors before = snapshot();
                                gap();
                                change(all -> {
                                    all.keySet().removeIf(id -> before.find(id).isEmpty());
                                    all.put(made.id(), made);
                                });
                                return shown(made, transferables);
                            }
                        }),
                new Mutant(
                        Rule.CON_1,
                        "removes a deleted anchor from an old copy of the store",
                        clock -> new Racing(clock) {
                            @Override
                            public void delete(AnchorId id) {
                                Anchors before = snapshot();
                                existing(Operation.DELETE, id);
                                gap();
                                change(all -> {
                                    before.forEach(anchor -> all.putIfAbsent(anchor.id(), anchor));
                                    all.remove(id);
                                });
                            }
                        }),
                new Mutant(
                        Rule.CON_2, "returns from a delete before the anchor is removed", clock -> new Racing(clock) {
                            private volatile Optional<AnchorId> pending = Optional.empty();

                            @Override
                            public void delete(AnchorId id) {
                                existing(Operation.DELETE, id);
                                pending.ifPresent(late -> change(all -> all.remove(late)));
                                existing(Operation.DELETE, id);
                                pending = Optional.of(id);
                            }

                            @Override
                            public Anchors snapshot(Transferables transferables) {
                                pending.ifPresent(late -> change(all -> all.remove(late)));
                                return super.snapshot(transferables);
                            }
                        }));
    }

    private static Stream<Mutant> reads() {
        return Stream.of(
                new Mutant(Rule.CON_3, "reads a snapshot in two halves", clock -> new Racing(clock) {
                    @Override
                    public Anchors snapshot(Transferables transferables) {
                        Anchors first = super.snapshot(transferables);
                        gap();
                        Anchors second = super.snapshot(transferables);
                        int half = first.size() / 2;
                        Supplier<Stream<Anchor>> end = () -> second.stream()
                                .filter(anchor -> first.stream()
                                        .limit(half)
                                        .noneMatch(other -> other.id().equals(anchor.id())));
                        return Anchors.of(Stream.concat(first.stream().limit(half), end.get())
                                .toList());
                    }
                }),
                new Mutant(Rule.CON_2, "completes a new anchor after others can see it", clock -> new Racing(clock) {
                    @Override
                    public Anchor create(SeededAnchor seed, Transferables transferables) {
                        Anchor made = made(seed);
                        change(all -> all.put(
                                made.id(), made.toBuilder().name("not ready").build()));
                        gap();
                        change(all -> all.put(made.id(), made));
                        return shown(made, transferables);
                    }
                }),
                new Mutant(Rule.CON_3, "finds an anchor in a copy that is renewed later", clock -> new Racing(clock) {
                    private volatile Anchors copy = Anchors.empty();
                    private int finds;

                    @Override
                    public Optional<Anchor> find(AnchorId id) {
                        if (finds++ % 3 == 0) {
                            copy = super.snapshot(Transferables.INCLUDED);
                        }
                        return copy.find(id);
                    }
                }));
    }
}
