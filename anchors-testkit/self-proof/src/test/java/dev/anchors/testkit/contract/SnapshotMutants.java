package dev.anchors.testkit.contract;

import static dev.anchors.testkit.contract.Mutant.showing;

import dev.anchors.domain.Anchor;
import dev.anchors.domain.AnchorId;
import dev.anchors.domain.AnchorType;
import dev.anchors.domain.Anchors;
import dev.anchors.domain.FullPath;
import dev.anchors.domain.GroupedTimestamp;
import dev.anchors.domain.MaterialId;
import dev.anchors.domain.SeededAnchor;
import dev.anchors.ports.AnchorRepository;
import dev.anchors.ports.Effect;
import dev.anchors.ports.Operation;
import dev.anchors.ports.ServiceFailedException;
import dev.anchors.ports.Transferables;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** Repositories whose snapshots change later, or have too many or too few anchors. */
final class SnapshotMutants {

    private SnapshotMutants() {}

    static Stream<Mutant> all() {
        return Stream.of(nothing(), live(), bare()).flatMap(mutants -> mutants);
    }

    private static Stream<Mutant> nothing() {
        Anchor welcome = Anchor.builder(new AnchorId("welcome"), AnchorType.FILE)
                .created(GroupedTimestamp.of(Instant.EPOCH))
                .build();
        return Stream.of(
                new Mutant(
                        Rule.SNA_1,
                        "shows a sample if there are no anchors",
                        showing((anchors, transferables) ->
                                anchors.isEmpty() ? Anchors.of(List.of(welcome)) : anchors)),
                new Mutant(Rule.SNA_1, "fails if there are no anchors", showing((anchors, transferables) -> {
                    if (anchors.isEmpty()) {
                        throw new ServiceFailedException(
                                Operation.SNAPSHOT, Effect.NONE, OptionalInt.of(500), "nothing", null);
                    }
                    return anchors;
                })),
                new Mutant(
                        Rule.SNA_1,
                        "finds any id in a snapshot without anchors",
                        showing((anchors, transferables) -> anchors.isEmpty()
                                ? Anchors.over(new View(() -> anchors) {
                                    @Override
                                    public Optional<Anchor> find(AnchorId id) {
                                        return Optional.of(welcome);
                                    }
                                })
                                : anchors)));
    }

    private static Stream<Mutant> live() {
        return Stream.of(
                new Mutant(Rule.SNA_2, "returns a view of the current anchors", living((then, now) -> now)),
                new Mutant(
                        Rule.SNA_2, "finds ids in the current anchors", living((then, now) -> new View(then::anchors) {
                            @Override
                            public Optional<Anchor> find(AnchorId id) {
                                return now.find(id);
                            }
                        })),
                new Mutant(
                        Rule.SNA_2,
                        "looks for paths in the current anchors",
                        living((then, now) -> new View(then::anchors) {
                            @Override
                            public List<Anchor> atPath(FullPath path) {
                                return now.atPath(path);
                            }
                        })),
                new Mutant(
                        Rule.SNA_2,
                        "looks for assets in the current anchors",
                        living((then, now) -> new View(then::anchors) {
                            @Override
                            public List<Anchor> linkedTo(MaterialId material) {
                                return now.linkedTo(material);
                            }
                        })),
                new Mutant(
                        Rule.SNA_2,
                        "returns a view of the current anchors while others write",
                        clock -> new Racing(clock) {
                            private final Gate writing = new Gate(1);
                            private final Gate taken = new Gate(1);
                            private volatile boolean busy;

                            @Override
                            public Anchor create(SeededAnchor seed, Transferables transferables) {
                                busy = true;
                                writing.arrive();
                                taken.pass();
                                busy = false;
                                return super.create(seed, transferables);
                            }

                            @Override
                            public Anchors snapshot(Transferables transferables) {
                                writing.pass();
                                return busy
                                        ? Anchors.over(new View(() -> looked(transferables)))
                                        : looked(transferables);
                            }

                            private Anchors looked(Transferables transferables) {
                                Anchors anchors = super.snapshot(transferables);
                                taken.arrive();
                                return anchors;
                            }
                        }),
                new Mutant(
                        Rule.SNA_2,
                        "returns the current number of anchors as the size of a snapshot",
                        living((then, now) -> new View(then::anchors) {
                            @Override
                            public int size() {
                                return now.size();
                            }
                        })));
    }

    private static Stream<Mutant> bare() {
        return Stream.of(
                new Mutant(
                        Rule.SNA_4,
                        "omits links",
                        omitting(anchor -> anchor.toBuilder().links(List.of()).build())),
                new Mutant(
                        Rule.SNA_4,
                        "omits points",
                        omitting(anchor -> anchor.toBuilder().points(List.of()).build())),
                new Mutant(
                        Rule.SNA_4,
                        "omits names",
                        omitting(anchor -> anchor.toBuilder().name(null).build())),
                new Mutant(
                        Rule.SNA_4,
                        "omits the time of the last change",
                        omitting(anchor ->
                                anchor.toBuilder().updated(anchor.created()).build())),
                new Mutant(
                        Rule.SNA_4,
                        "omits whole anchors",
                        showing((anchors, transferables) -> transferables == Transferables.INCLUDED
                                ? anchors
                                : Anchors.of(anchors.stream()
                                        .filter(anchor -> !anchor.assets().isEmpty())
                                        .toList()))),
                new Mutant(
                        Rule.SNA_4,
                        "changes the order if details are omitted",
                        showing((anchors, transferables) ->
                                transferables == Transferables.INCLUDED ? anchors : reversed(anchors))));
    }

    private static Function<InstantSource, AnchorRepository> omitting(UnaryOperator<Anchor> mistake) {
        return showing((anchors, transferables) -> transferables == Transferables.INCLUDED
                ? anchors
                : Anchors.of(anchors.stream().map(mistake).toList()));
    }

    /** A repository whose snapshots use the anchors of their own moment, or the current ones. */
    private static Function<InstantSource, AnchorRepository> living(BiFunction<View, View, View> mistake) {
        return clock -> new SmallRepository(clock) {
            @Override
            public Anchors snapshot(Transferables transferables) {
                Anchors then = super.snapshot(transferables);
                View now = new View(() -> super.snapshot(transferables));
                return Anchors.over(mistake.apply(new View(() -> then), now));
            }
        };
    }

    private static Anchors reversed(Anchors anchors) {
        List<Anchor> all = new ArrayList<>(anchors.asList());
        Collections.reverse(all);
        return Anchors.of(all);
    }
}
