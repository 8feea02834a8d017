package dev.anchors.testkit.contract;

import static dev.anchors.testkit.contract.Mutant.showing;

import dev.anchors.domain.Anchor;
import dev.anchors.domain.AnchorId;
import dev.anchors.domain.Anchors;
import dev.anchors.domain.FullPath;
import dev.anchors.domain.MaterialId;
import dev.anchors.ports.AnchorRepository;
import dev.anchors.ports.Transferables;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Repositories whose snapshots change their order, or look things up in another way than they are walked. */
final class OrderMutants {

    private OrderMutants() {}

    static Stream<Mutant> all() {
        return Stream.of(order(), looks()).flatMap(mutants -> mutants);
    }

    private static Stream<Mutant> order() {
        return Stream.of(
                new Mutant(Rule.SNA_3, "reverses the order with each snapshot", clock -> new SmallRepository(clock) {
                    private final AtomicInteger snapshots = new AtomicInteger();

                    @Override
                    public Anchors snapshot(Transferables transferables) {
                        Anchors anchors = super.snapshot(transferables);
                        return snapshots.incrementAndGet() % 2 == 0 ? reversed(anchors) : anchors;
                    }
                }),
                new Mutant(
                        Rule.SNA_3,
                        "shows the newest anchor first but claims to keep the order of creation",
                        showing((anchors, transferables) -> reversed(anchors))),
                new Mutant(
                        Rule.SNA_3,
                        "puts a new anchor at the position of a deleted one but claims to keep the order of creation",
                        clock -> new SmallRepository(clock) {
                            private final List<AnchorId> places = new ArrayList<>();

                            @Override
                            void put(Anchor anchor) {
                                super.put(anchor);
                                if (!places.contains(anchor.id())) {
                                    int free = IntStream.range(0, places.size())
                                            .filter(place -> !anchors.containsKey(places.get(place)))
                                            .findFirst()
                                            .orElse(places.size());
                                    if (free < places.size()) {
                                        places.set(free, anchor.id());
                                    } else {
                                        places.add(anchor.id());
                                    }
                                }
                            }

                            @Override
                            public Anchors snapshot(Transferables transferables) {
                                Anchors anchors = super.snapshot(transferables);
                                return sorted(anchors, Comparator.comparingInt(anchor -> places.indexOf(anchor.id())));
                            }
                        }),
                new Mutant(Rule.SNA_3, "moves a changed anchor to the end", clock -> new SmallRepository(clock) {
                    @Override
                    void put(Anchor anchor) {
                        remove(anchor);
                        super.put(anchor);
                    }
                }),
                new Mutant(
                        Rule.SNA_3,
                        "shows the anchor that changed last first",
                        showing((anchors, transferables) -> sorted(
                                anchors,
                                Comparator.comparing((Anchor anchor) ->
                                                anchor.updated().value())
                                        .reversed()))),
                new Mutant(
                        Rule.SNA_3,
                        "shows anchors with an asset first",
                        showing((anchors, transferables) -> sorted(
                                anchors,
                                Comparator.comparing(
                                        (Anchor anchor) -> anchor.assets().isEmpty())))),
                new Mutant(
                        Rule.SNA_3,
                        "moves the last anchor to the position of a deleted one",
                        clock -> new SmallRepository(clock) {
                            @Override
                            void remove(Anchor anchor) {
                                List<Anchor> order = new ArrayList<>(anchors.values());
                                Anchor last = order.remove(order.size() - 1);
                                order.replaceAll(other -> other.equals(anchor) ? last : other);
                                anchors.clear();
                                order.forEach(other -> anchors.put(other.id(), other));
                            }
                        }));
    }

    private static Stream<Mutant> looks() {
        return Stream.of(
                new Mutant(Rule.SNA_3, "does not find the last anchor", viewing(anchors -> new View(() -> anchors) {
                    @Override
                    public Optional<Anchor> find(AnchorId id) {
                        return anchors.stream()
                                .limit(Math.max(1, anchors.size() - 1))
                                .filter(anchor -> anchor.id().equals(id))
                                .findFirst();
                    }
                })),
                new Mutant(Rule.SNA_3, "finds only one anchor of a path", viewing(anchors -> new View(() -> anchors) {
                    @Override
                    public List<Anchor> atPath(FullPath path) {
                        return anchors.atPath(path).stream().limit(1).toList();
                    }
                })),
                new Mutant(
                        Rule.SNA_3,
                        "looks for paths without regard to case",
                        viewing(anchors -> new View(() -> anchors) {
                            @Override
                            public List<Anchor> atPath(FullPath path) {
                                return anchors.stream()
                                        .filter(anchor -> anchor.paths().stream()
                                                .anyMatch(other -> other.value().equalsIgnoreCase(path.value())))
                                        .toList();
                            }
                        })),
                new Mutant(
                        Rule.SNA_3,
                        "returns the anchors of an asset in another order",
                        viewing(anchors -> new View(() -> anchors) {
                            @Override
                            public List<Anchor> linkedTo(MaterialId material) {
                                return reversed(anchors).linkedTo(material);
                            }
                        })),
                new Mutant(
                        Rule.SNA_3,
                        "lists one anchor less than it iterates over",
                        viewing(anchors -> new View(() -> anchors) {
                            @Override
                            public List<Anchor> asList() {
                                return anchors.stream().skip(1).toList();
                            }
                        })));
    }

    private static Function<InstantSource, AnchorRepository> viewing(Function<Anchors, View> mistake) {
        return showing((anchors, transferables) -> Anchors.over(mistake.apply(anchors)));
    }

    private static Anchors sorted(Anchors anchors, Comparator<Anchor> order) {
        return Anchors.of(anchors.stream().sorted(order).toList());
    }

    private static Anchors reversed(Anchors anchors) {
        List<Anchor> all = new ArrayList<>(anchors.asList());
        Collections.reverse(all);
        return Anchors.of(all);
    }
}
