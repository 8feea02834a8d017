package dev.anchors.testkit.contract;

import static dev.anchors.testkit.contract.Mutant.keeping;
import static dev.anchors.testkit.contract.Mutant.making;
import static dev.anchors.testkit.contract.Mutant.pointing;

import dev.anchors.domain.Anchor;
import dev.anchors.domain.AnchorId;
import dev.anchors.domain.AnchorPoint;
import dev.anchors.domain.AnchorPointId;
import dev.anchors.domain.GroupedTimestamp;
import dev.anchors.domain.SeededAnchor;
import dev.anchors.ports.AnchorRepository;
import dev.anchors.ports.Operation;
import dev.anchors.ports.RequestRefusedException;
import dev.anchors.ports.Transferables;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** Repositories that create anchors with wrong ids or times, or too few anchors, or store other ones. */
final class CreateMutants {

    private CreateMutants() {}

    static Stream<Mutant> all() {
        return Stream.of(ids(), times(), seeds(), keeps()).flatMap(mutants -> mutants);
    }

    private static Stream<Mutant> ids() {
        return Stream.of(
                new Mutant(Rule.CRE_1, "reuses the id of a deleted anchor", clock -> new SmallRepository(clock) {
                    @Override
                    AnchorId newId() {
                        int free = 1;
                        while (anchors.containsKey(new AnchorId("anchor-" + free))) {
                            free++;
                        }
                        return new AnchorId("anchor-" + free);
                    }
                }),
                new Mutant(Rule.CRE_1, "derives ids from the number of anchors", clock -> new SmallRepository(clock) {
                    @Override
                    AnchorId newId() {
                        return new AnchorId("anchor-" + anchors.size());
                    }
                }),
                new Mutant(Rule.CRE_1, "derives ids from the time of the call", clock -> new SmallRepository(clock) {
                    @Override
                    AnchorId newId() {
                        return new AnchorId("anchor-" + now());
                    }
                }),
                new Mutant(Rule.CRE_1, "derives ids from the path", clock -> new SmallRepository(clock) {
                    @Override
                    Anchor made(SeededAnchor seed) {
                        return withId(
                                new AnchorId("anchor at " + seed.fullpath().value()), super.made(seed));
                    }
                }));
    }

    private static Stream<Mutant> times() {
        return Stream.of(
                new Mutant(
                        Rule.CRE_4,
                        "sets updated one nanosecond after created",
                        making((made, seed) -> made.toBuilder()
                                .updated(GroupedTimestamp.of(
                                        made.created().value().plusNanos(1)))
                                .build())),
                new Mutant(Rule.CRE_4, "cuts times to seconds", timing(now -> now.truncatedTo(ChronoUnit.SECONDS))),
                new Mutant(
                        Rule.CRE_4, "uses times that are an hour ahead", timing(now -> now.plus(Duration.ofHours(1)))),
                new Mutant(Rule.CRE_4, "uses the clock of the machine", timing(now -> Instant.now())),
                new Mutant(
                        Rule.CRE_4,
                        "reads the clock only once",
                        clock -> new SmallRepository(InstantSource.fixed(clock.instant()))),
                new Mutant(
                        Rule.CRE_4,
                        "marks new anchors as deleted",
                        making((made, seed) ->
                                made.toBuilder().deleted(made.created()).build())));
    }

    private static Stream<Mutant> seeds() {
        return Stream.of(
                new Mutant(Rule.CRE_5, "returns an existing anchor of the same path", refusing(Function.identity())),
                new Mutant(Rule.CRE_5, "refuses a second anchor of the same path", refusing(anchor -> {
                    throw new RequestRefusedException(
                            Operation.CREATE, OptionalInt.of(409), "there is one already", null);
                })),
                new Mutant(
                        Rule.CRE_5,
                        "derives the id of a point from the path",
                        pointing(point -> AnchorPoint.builder(new AnchorPointId("point of " + point.fullpath()))
                                .fullpath(point.fullpath().orElseThrow())
                                .rawPlatform(point.rawPlatform().orElse(null))
                                .build())),
                new Mutant(Rule.CRE_5, "replaces an anchor of the same path", clock -> new SmallRepository(clock) {
                    @Override
                    Anchor made(SeededAnchor seed) {
                        Anchor made = super.made(seed);
                        anchors.values().removeIf(anchor -> anchor.paths().equals(made.paths()));
                        return made;
                    }
                }));
    }

    private static Stream<Mutant> keeps() {
        return Stream.of(
                new Mutant(Rule.CRE_6, "stores nothing", clock -> new SmallRepository(clock) {
                    @Override
                    void put(Anchor anchor) {}
                }),
                new Mutant(
                        Rule.CRE_6,
                        "does not store the schema",
                        keeping(anchor -> anchor.toBuilder().schema(null).build())),
                new Mutant(
                        Rule.CRE_6,
                        "stores eight characters of a name",
                        keeping(anchor -> anchor.toBuilder()
                                .name(anchor.name()
                                        .map(name -> name.substring(0, Math.min(8, name.length())))
                                        .orElse(null))
                                .build())),
                new Mutant(Rule.CRE_6, "does not store persons", keeping(anchor -> {
                    Anchor.Builder kept = anchor.toBuilder();
                    anchor.persons().forEach(kept::unlink);
                    return kept.build();
                })),
                new Mutant(
                        Rule.CRE_6,
                        "returns details of points although they are omitted",
                        clock -> new SmallRepository(clock) {
                            @Override
                            public Anchor create(SeededAnchor seed, Transferables transferables) {
                                Anchor bare = super.create(seed, transferables);
                                return find(bare.id()).orElseThrow();
                            }
                        }),
                new Mutant(
                        Rule.CRE_6,
                        "stores an anchor only when the next one is created",
                        clock -> new SmallRepository(clock) {
                            private Optional<Anchor> late = Optional.empty();

                            @Override
                            void put(Anchor anchor) {
                                late.ifPresent(super::put);
                                late = Optional.of(anchor);
                            }
                        }));
    }

    private static Function<InstantSource, AnchorRepository> timing(UnaryOperator<Instant> mistake) {
        return clock -> new SmallRepository(() -> mistake.apply(clock.instant()));
    }

    /** A repository that does something else if there is an anchor of the same path. */
    private static Function<InstantSource, AnchorRepository> refusing(Function<Anchor, Anchor> instead) {
        return clock -> new SmallRepository(clock) {
            @Override
            public Anchor create(SeededAnchor seed, Transferables transferables) {
                Supplier<Anchor> anew = () -> super.create(seed, transferables);
                return snapshot().atPath(seed.fullpath()).stream()
                        .findFirst()
                        .map(instead)
                        .orElseGet(anew);
            }
        };
    }

    private static Anchor withId(AnchorId id, Anchor anchor) {
        Anchor.Builder copy = Anchor.builder(id, anchor.type())
                .name(anchor.name().orElse(null))
                .watch(anchor.watch().orElse(null))
                .points(anchor.points())
                .created(anchor.created())
                .schema(anchor.schema().orElse(null));
        anchor.links().forEach(copy::link);
        return copy.build();
    }
}
