package dev.anchors.testkit.contract;

import static dev.anchors.testkit.contract.Mistakes.streaming;
import static dev.anchors.testkit.contract.Mutant.showing;

import dev.anchors.domain.Anchor;
import dev.anchors.domain.Anchors;
import dev.anchors.domain.FullPath;
import dev.anchors.domain.MaterialId;
import dev.anchors.ports.AnchorRepository;
import dev.anchors.ports.Transferables;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.function.Function;
import java.util.stream.Stream;

/** Second set: repositories that return collections that can be changed, and streams that are parallel or wrong. */
final class CollectionMutants {

    private CollectionMutants() {}

    static Stream<Mutant> all() {
        return Stream.concat(lists(), streams());
    }

    private static Stream<Mutant> lists() {
        return Stream.of(
                new Mutant(Rule.SNA_2, "returns its own list", indexed(anchors -> new Copy(anchors) {
                    @Override
                    public List<Anchor> asList() {
                        return list;
                    }
                })),
                new Mutant(Rule.SNA_2, "returns its own list of a path", indexed(anchors -> new Copy(anchors) {
                    private final Map<FullPath, List<Anchor>> found = new HashMap<>();

                    @Override
                    public List<Anchor> atPath(FullPath path) {
                        return found.computeIfAbsent(path, key -> new ArrayList<>(super.atPath(key)));
                    }
                })),
                new Mutant(Rule.SNA_2, "returns its own list of a material", indexed(anchors -> new Copy(anchors) {
                    private final Map<MaterialId, List<Anchor>> found = new HashMap<>();

                    @Override
                    public List<Anchor> linkedTo(MaterialId material) {
                        return found.computeIfAbsent(material, key -> new ArrayList<>(super.linkedTo(key)));
                    }
                })),
                new Mutant(Rule.SNA_2, "lets an iterator remove anchors", indexed(anchors -> new Copy(anchors) {
                    @Override
                    public Iterator<Anchor> iterator() {
                        return list.iterator();
                    }
                })),
                new Mutant(
                        Rule.SNA_2,
                        "keeps the list of an asset that callers can change",
                        clock -> new SmallRepository(clock) {
                            private final List<Anchor> linked = new ArrayList<>();

                            @Override
                            void put(Anchor anchor) {
                                super.put(anchor);
                                linked.removeIf(other -> other.id().equals(anchor.id()));
                                linked.add(anchor);
                            }

                            @Override
                            void remove(Anchor anchor) {
                                super.remove(anchor);
                                linked.removeIf(other -> other.id().equals(anchor.id()));
                            }

                            @Override
                            public Anchors snapshot(Transferables transferables) {
                                Anchors anchors = super.snapshot(transferables);
                                return Anchors.over(new View(() -> anchors) {
                                    @Override
                                    public List<Anchor> linkedTo(MaterialId material) {
                                        if (linked.isEmpty()) {
                                            return linked;
                                        }
                                        return material.equals(Rules.ASSET) ? linked : anchors.linkedTo(material);
                                    }
                                });
                            }
                        }));
    }

    private static Stream<Mutant> streams() {
        return Stream.of(
                new Mutant(Rule.SNA_5, "streams in parallel", streaming(Stream::parallel)),
                new Mutant(
                        Rule.SNA_5,
                        "streams in parallel without an order",
                        streaming(anchors -> anchors.unordered().parallel())),
                new Mutant(Rule.SNA_3, "counts one anchor too many in the stream of a snapshot", sized(1)),
                new Mutant(Rule.SNA_3, "counts one anchor too few in the stream of a snapshot", sized(-1)));
    }

    private static Function<InstantSource, AnchorRepository> indexed(Function<Anchors, Copy> index) {
        return showing((anchors, transferables) -> Anchors.over(index.apply(anchors)));
    }

    private static Function<InstantSource, AnchorRepository> sized(int more) {
        return indexed(anchors -> new Copy(anchors) {
            @Override
            public Spliterator<Anchor> spliterator() {
                return Spliterators.spliterator(list.iterator(), Math.max(0, list.size() + more), Spliterator.ORDERED);
            }
        });
    }

    /** An index over a list that can be changed. */
    private static class Copy extends View {
        final List<Anchor> list;

        Copy(Anchors anchors) {
            super(() -> anchors);
            list = new ArrayList<>(anchors.asList());
        }

        @Override
        public int size() {
            return list.size();
        }

        @Override
        public List<Anchor> asList() {
            return List.copyOf(list);
        }

        @Override
        public Iterator<Anchor> iterator() {
            return List.copyOf(list).iterator();
        }
    }
}
