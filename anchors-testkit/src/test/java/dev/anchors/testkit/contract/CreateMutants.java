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

/** Repositories that give wrong ids and times, make too few anchors, or keep something else than they made. */
final class CreateMutants {

    private CreateMutants() {}

    static Stream<Mutant> all() {
        return Stream.of(ids(), times(), seeds(), keeps()).flatMap(mutants -> mutants);
    }

    private static Stream<Mutant> ids() {
        return Stream.of(
                new Mutant(Rule.CRE_1, "gives the id of a deleted anchor again", clock -> new SmallRepository(clock) {
                    @Override
                    AnchorId newId() {
                        int free = 1;
                        while (anchors.containsKey(new AnchorId("anchor-" + free))) {
                            free++;
                        }
                        return new AnchorId("anchor-" + free);
                    }
                }),
                new Mutant(Rule.CRE_1, "numbers anchors by how many there are", clock -> new SmallRepository(clock) {
                    @Override
                    AnchorId newId() {
                        return new AnchorId("anchor-" + anchors.size());
                    }
                }),
                new Mutant(Rule.CRE_1, "takes the time of the call for an id", clock -> new SmallRepository(clock) {
                    @Override
                    AnchorId newId() {
                        return new AnchorId("anchor-" + now());
                    }
                }),
                new Mutant(Rule.CRE_1, "makes the id of the path", clock -> new SmallRepository(clock) {
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
                        "updates a moment after it created",
                        making((made, seed) -> made.toBuilder()
                                .updated(GroupedTimestamp.of(
                                        made.created().value().plusNanos(1)))
                                .build())),
                new Mutant(Rule.CRE_4, "keeps whole seconds only", timing(now -> now.truncatedTo(ChronoUnit.SECONDS))),
                new Mutant(Rule.CRE_4, "is an hour ahead", timing(now -> now.plus(Duration.ofHours(1)))),
                new Mutant(Rule.CRE_4, "has a clock of its own", timing(now -> Instant.now())),
                new Mutant(
                        Rule.CRE_4,
                        "asks the clock once for all",
                        clock -> new SmallRepository(InstantSource.fixed(clock.instant()))),
                new Mutant(
                        Rule.CRE_4,
                        "marks the new anchor as deleted",
                        making((made, seed) ->
                                made.toBuilder().deleted(made.created()).build())));
    }

    private static Stream<Mutant> seeds() {
        return Stream.of(
                new Mutant(Rule.CRE_5, "finds the anchor of the same path", refusing(Function.identity())),
                new Mutant(Rule.CRE_5, "refuses a second anchor at a path", refusing(anchor -> {
                    throw new RequestRefusedException(
                            Operation.CREATE, OptionalInt.of(409), "there is one already", null);
                })),
                new Mutant(
                        Rule.CRE_5,
                        "makes the id of the point of the path",
                        pointing(point -> AnchorPoint.builder(new AnchorPointId("point of " + point.fullpath()))
                                .fullpath(point.fullpath().orElseThrow())
                                .rawPlatform(point.rawPlatform().orElse(null))
                                .build())),
                new Mutant(Rule.CRE_5, "replaces the anchor of the same path", clock -> new SmallRepository(clock) {
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
                new Mutant(Rule.CRE_6, "keeps nothing", clock -> new SmallRepository(clock) {
                    @Override
                    void put(Anchor anchor) {}
                }),
                new Mutant(
                        Rule.CRE_6,
                        "keeps no version stamp",
                        keeping(anchor -> anchor.toBuilder().schema(null).build())),
                new Mutant(
                        Rule.CRE_6,
                        "keeps names up to eight characters",
                        keeping(anchor -> anchor.toBuilder()
                                .name(anchor.name()
                                        .map(name -> name.substring(0, Math.min(8, name.length())))
                                        .orElse(null))
                                .build())),
                new Mutant(Rule.CRE_6, "keeps no persons", keeping(anchor -> {
                    Anchor.Builder kept = anchor.toBuilder();
                    anchor.persons().forEach(kept::unlink);
                    return kept.build();
                })),
                new Mutant(Rule.CRE_6, "returns details that were not asked for", clock -> new SmallRepository(clock) {
                    @Override
                    public Anchor create(SeededAnchor seed, Transferables transferables) {
                        Anchor bare = super.create(seed, transferables);
                        return find(bare.id()).orElseThrow();
                    }
                }),
                new Mutant(Rule.CRE_6, "keeps an anchor when the next one comes", clock -> new SmallRepository(clock) {
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

    /** A repository that does something else where there is an anchor at the path already. */
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
