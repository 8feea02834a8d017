package dev.anchors.testkit.contract;

import dev.anchors.domain.Anchor;
import dev.anchors.domain.AnchorId;
import dev.anchors.domain.Anchors;
import dev.anchors.domain.AssetId;
import dev.anchors.domain.MaterialId;
import dev.anchors.domain.SeededAnchor;
import dev.anchors.ports.Operation;
import dev.anchors.ports.Transferables;
import java.util.ArrayList;
import java.util.ConcurrentModificationException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/** Repositories with a race that happens each time because of gates. */
final class ConcurrencyMutants {

    private ConcurrencyMutants() {}

    static Stream<Mutant> all() {
        return Stream.of(lost(), many(), torn(), stale()).flatMap(mutants -> mutants);
    }

    private static Stream<Mutant> lost() {
        return Stream.of(
                new Mutant(Rule.CON_1, "loses one of two concurrent creates", clock -> new Racing(clock) {
                    @Override
                    public Anchor create(SeededAnchor seed, Transferables transferables) {
                        Anchor made = made(seed);
                        race(all -> all.put(made.id(), made));
                        return shown(made, transferables);
                    }
                }),
                new Mutant(Rule.CON_1, "gives two concurrent creates the same id", clock -> new Racing(clock) {
                    private volatile int last;

                    @Override
                    AnchorId newId() {
                        int next = last + 1;
                        twoAtOnce.arriveAndPass();
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
                new Mutant(Rule.CON_1, "loses one of two concurrent deletes", clock -> new Racing(clock) {
                    @Override
                    public void delete(AnchorId id) {
                        existing(Operation.DELETE, id);
                        race(all -> all.remove(id));
                    }
                }),
                new Mutant(Rule.CON_1, "loses one of two concurrent disassociates", clock -> new Racing(clock) {
                    @Override
                    public void disassociate(AnchorId id, AssetId asset) {
                        Anchor unlinked = unlinked(existing(Operation.DISASSOCIATE, id), asset);
                        race(all -> all.put(id, unlinked));
                    }
                }),
                new Mutant(Rule.CON_1, "refuses a second create while one is under way", clock -> new Racing(clock) {
                    private boolean busy;

                    @Override
                    public Anchor create(SeededAnchor seed, Transferables transferables) {
                        synchronized (this) {
                            if (busy) {
                                twoAtOnce.arrive();
                                throw new IllegalStateException("not for more than one thread");
                            }
                            busy = true;
                        }
                        twoAtOnce.arriveAndPass();
                        synchronized (this) {
                            busy = false;
                        }
                        return super.create(seed, transferables);
                    }
                }),
                new Mutant(
                        Rule.CON_1,
                        "finds by their asset only one of two anchors that were created concurrently",
                        clock -> new Racing(clock) {
                            private volatile List<AnchorId> ofAsset = List.of();

                            @Override
                            public Anchor create(SeededAnchor seed, Transferables transferables) {
                                Anchor made = super.create(seed, transferables);
                                List<AnchorId> before = ofAsset;
                                twoAtOnce.arriveAndPass();
                                ofAsset = Stream.concat(before.stream(), Stream.of(made.id()))
                                        .toList();
                                return made;
                            }

                            @Override
                            public Anchors snapshot(Transferables transferables) {
                                Anchors anchors = super.snapshot(transferables);
                                List<AnchorId> known = ofAsset;
                                return Anchors.over(new View(() -> anchors) {
                                    @Override
                                    public List<Anchor> linkedTo(MaterialId material) {
                                        return anchors.linkedTo(material).stream()
                                                .filter(anchor -> known.contains(anchor.id()))
                                                .toList();
                                    }
                                });
                            }
                        }));
    }

    private static Stream<Mutant> many() {
        return Stream.of(
                new Mutant(
                        Rule.CON_1,
                        "shows only the first thousand anchors",
                        Mutant.showing((anchors, transferables) ->
                                Anchors.of(anchors.stream().limit(1000).toList()))),
                new Mutant(Rule.CON_1, "stores at most 9,999 anchors", clock -> new SmallRepository(clock) {
                    @Override
                    void put(Anchor anchor) {
                        if (anchors.size() < 9999) {
                            super.put(anchor);
                        }
                    }
                }),
                new Mutant(Rule.CON_1, "fails to read while another thread writes", clock -> new Racing(clock) {
                    private final Gate writing = new Gate(1);
                    private final Gate read = new Gate(1);
                    private volatile boolean busy;

                    @Override
                    public Anchor create(SeededAnchor seed, Transferables transferables) {
                        busy = true;
                        writing.arrive();
                        read.pass();
                        busy = false;
                        return super.create(seed, transferables);
                    }

                    @Override
                    public Anchors snapshot(Transferables transferables) {
                        writing.pass();
                        boolean refused = busy;
                        read.arrive();
                        if (refused) {
                            throw new ConcurrentModificationException();
                        }
                        return super.snapshot(transferables);
                    }
                }),
                new Mutant(Rule.CON_1, "shows nothing while it replaces its anchors", clock -> new Racing(clock) {
                    private final Gate empty = new Gate(1);
                    private final Gate seen = new Gate(1);

                    @Override
                    public void delete(AnchorId id) {
                        existing(Operation.DELETE, id);
                        Map<AnchorId, Anchor> left = new LinkedHashMap<>();
                        change(all -> {
                            left.putAll(all);
                            all.clear();
                        });
                        empty.arrive();
                        seen.pass();
                        left.remove(id);
                        change(all -> all.putAll(left));
                    }

                    @Override
                    public Anchors snapshot(Transferables transferables) {
                        empty.pass();
                        Anchors anchors = super.snapshot(transferables);
                        seen.arrive();
                        return anchors;
                    }
                }));
    }

    private static Stream<Mutant> torn() {
        return Stream.of(
                new Mutant(
                        Rule.CON_2, "finds a few times more what another thread deleted", clock -> new Racing(clock) {
                            private final Map<AnchorId, Anchor> deleted = new ConcurrentHashMap<>();
                            private final Map<AnchorId, AtomicInteger> looks = new ConcurrentHashMap<>();
                            private final Gate gone = new Gate(1);

                            @Override
                            public void delete(AnchorId id) {
                                Anchor anchor = existing(Operation.DELETE, id);
                                super.delete(id);
                                deleted.put(id, anchor);
                                gone.arrive();
                            }

                            @Override
                            public Optional<Anchor> find(AnchorId id) {
                                gone.pass();
                                return looks.computeIfAbsent(id, first -> new AtomicInteger())
                                                        .incrementAndGet()
                                                < 12
                                        ? super.find(id).or(() -> Optional.ofNullable(deleted.get(id)))
                                        : super.find(id);
                            }
                        }),
                new Mutant(Rule.CON_2, "lets two deletes of one anchor succeed", clock -> new Racing(clock) {
                    @Override
                    public void delete(AnchorId id) {
                        existing(Operation.DELETE, id);
                        twoAtOnce.arriveAndPass();
                        change(all -> all.remove(id));
                    }
                }),
                new Mutant(
                        Rule.CON_2,
                        "restores an anchor that was deleted while a link was removed",
                        clock -> new Racing(clock) {
                            private final Gate reading = new Gate(1);
                            private final Gate deleted = new Gate(1);

                            @Override
                            public void disassociate(AnchorId id, AssetId asset) {
                                Anchor unlinked = unlinked(existing(Operation.DISASSOCIATE, id), asset);
                                reading.arrive();
                                deleted.pass();
                                change(all -> all.put(id, unlinked));
                            }

                            @Override
                            public void delete(AnchorId id) {
                                reading.pass();
                                super.delete(id);
                                deleted.arrive();
                            }
                        }),
                new Mutant(Rule.CON_2, "shows an anchor before its links are stored", clock -> new Racing(clock) {
                    private final Gate half = new Gate(1);
                    private final Gate seen = new Gate(1);

                    @Override
                    public Anchor create(SeededAnchor seed, Transferables transferables) {
                        Anchor made = made(seed);
                        change(all -> all.put(
                                made.id(), made.toBuilder().links(List.of()).build()));
                        half.arrive();
                        seen.pass();
                        change(all -> all.put(made.id(), made));
                        return shown(made, transferables);
                    }

                    @Override
                    public Anchors snapshot(Transferables transferables) {
                        half.pass();
                        Anchors anchors = super.snapshot(transferables);
                        seen.arrive();
                        return anchors;
                    }
                }),
                new Mutant(Rule.CON_2, "finds for a thread what that thread found before", clock -> new Racing(clock) {
                    private final Map<Thread, Map<AnchorId, Optional<Anchor>>> caches = new ConcurrentHashMap<>();
                    private final Gate found = new Gate(1);
                    private final Gate deleted = new Gate(1);

                    @Override
                    public Optional<Anchor> find(AnchorId id) {
                        Optional<Anchor> first = caches.computeIfAbsent(
                                        Thread.currentThread(), thread -> new ConcurrentHashMap<>())
                                .computeIfAbsent(id, super::find);
                        found.arrive();
                        return first;
                    }

                    @Override
                    public Anchors snapshot(Transferables transferables) {
                        deleted.pass();
                        return super.snapshot(transferables);
                    }

                    @Override
                    public void delete(AnchorId id) {
                        found.pass();
                        super.delete(id);
                        deleted.arrive();
                    }
                }),
                new Mutant(
                        Rule.CON_2,
                        "deletes an anchor first for find and later for snapshots",
                        clock -> new Racing(clock) {
                            private final Map<AnchorId, Anchor> going = new ConcurrentHashMap<>();
                            private final Gate half = new Gate(1);
                            private final Gate seen = new Gate(1);

                            @Override
                            public void delete(AnchorId id) {
                                going.put(id, existing(Operation.DELETE, id));
                                half.arrive();
                                seen.pass();
                                super.delete(id);
                                going.remove(id);
                            }

                            @Override
                            public Optional<Anchor> find(AnchorId id) {
                                half.pass();
                                return going.containsKey(id) ? Optional.empty() : super.find(id);
                            }

                            @Override
                            public Anchors snapshot(Transferables transferables) {
                                Anchors anchors = super.snapshot(transferables);
                                seen.arrive();
                                return anchors;
                            }
                        }));
    }

    private static Stream<Mutant> stale() {
        return Stream.of(
                new Mutant(
                        Rule.CON_3,
                        "shows a thread the same snapshot until that thread changes something",
                        clock -> new Racing(clock) {
                            private final Map<Thread, Anchors> seen = new ConcurrentHashMap<>();

                            @Override
                            public Anchors snapshot(Transferables transferables) {
                                return seen.computeIfAbsent(
                                        Thread.currentThread(), thread -> super.snapshot(transferables));
                            }

                            @Override
                            void put(Anchor anchor) {
                                seen.remove(Thread.currentThread());
                                super.put(anchor);
                            }

                            @Override
                            void remove(Anchor anchor) {
                                seen.remove(Thread.currentThread());
                                super.remove(anchor);
                            }
                        }),
                new Mutant(
                        Rule.CON_3,
                        "shows another thread one more snapshot from before a delete",
                        clock -> new Racing(clock) {
                            private Anchors before = Anchors.empty();
                            private Thread deleting = Thread.currentThread();

                            @Override
                            void remove(Anchor anchor) {
                                before = super.snapshot(Transferables.INCLUDED);
                                deleting = Thread.currentThread();
                                super.remove(anchor);
                            }

                            @Override
                            public synchronized Anchors snapshot(Transferables transferables) {
                                Anchors old = before;
                                before = Anchors.empty();
                                return old.isEmpty() || deleting == Thread.currentThread()
                                        ? super.snapshot(transferables)
                                        : old;
                            }
                        }),
                new Mutant(Rule.CON_3, "reads the anchors of a snapshot one by one", clock -> new Racing(clock) {
                    @Override
                    public Anchors snapshot(Transferables transferables) {
                        List<Anchor> shown = new ArrayList<>();
                        for (Anchor anchor : super.snapshot(transferables)) {
                            gap();
                            super.find(anchor.id()).ifPresent(shown::add);
                        }
                        return Anchors.of(shown);
                    }
                }));
    }
}
