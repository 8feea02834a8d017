package dev.anchors.testkit.contract;

import dev.anchors.domain.Anchor;
import dev.anchors.domain.AnchorPoint;
import dev.anchors.domain.Anchors;
import dev.anchors.domain.SeededAnchor;
import dev.anchors.ports.AnchorRepository;
import dev.anchors.ports.Transferables;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A broken repository: a correct one with one small mistake.
 *
 * @param rule the rule that the mistake breaks
 * @param mistake what the repository does wrong; completes the sentence "the contract fails a repository that ..."
 */
record Mutant(Rule rule, String mistake, Function<InstantSource, AnchorRepository> repositories) {

    private static final Pattern CIRCUMSTANCES = Pattern.compile(
            "FAI-4|FAI-3|LIF-3|disconnected|interrupt|thread|others write|others wait|under way|waits at close");

    /** Returns every mutant, in the order of the rules. */
    static Stream<Mutant> all() {
        return Stream.of(first(), second(), links())
                .flatMap(mutants -> mutants)
                .sorted(Comparator.comparing(Mutant::rule));
    }

    /** Returns the first, and then every tenth, of the mutants that break a rule, of each set. */
    static Stream<Mutant> sample() {
        return Stream.of(Stream.concat(first(), second()), links()).flatMap(set -> {
            Map<Rule, Integer> earlier = new EnumMap<>(Rule.class);
            return set.filter(mutant -> earlier.merge(mutant.rule(), 1, Integer::sum) % 10 == 1);
        });
    }

    /** Returns the mutants of the port for links. */
    static Stream<Mutant> links() {
        return Stream.of(
                        LinkMutants.all(),
                        UnlinkMutants.all(),
                        LinkTimeMutants.all(),
                        LinkSnapshotMutants.all(),
                        LinkRaceMutants.all(),
                        OperationMutants.all())
                .flatMap(mutants -> mutants)
                .sorted(Comparator.comparing(Mutant::rule));
    }

    /** Returns the mutants that were written together with the tests. */
    static Stream<Mutant> first() {
        return Stream.of(
                        CreateMutants.all(),
                        SeedMutants.all(),
                        FindOrCreateMutants.all(),
                        SnapshotMutants.all(),
                        OrderMutants.all(),
                        StreamMutants.all(),
                        FindMutants.all(),
                        DeleteMutants.all(),
                        DisassociateMutants.all(),
                        ArgumentMutants.all(),
                        ConcurrencyMutants.all(),
                        LifeCycleMutants.all(),
                        ReopeningMutants.all(),
                        FailureMutants.all())
                .flatMap(mutants -> mutants)
                .sorted(Comparator.comparing(Mutant::rule));
    }

    /** Returns the mutants that were written by the kinds of mistakes that authors of adapters make. */
    static Stream<Mutant> second() {
        return Stream.of(
                        NeighbourMutants.all(),
                        SizeMutants.all(),
                        TimeMutants.all(),
                        TextMutants.all(),
                        VisibilityMutants.all(),
                        RaceMutants.all(),
                        WordMutants.all(),
                        CollectionMutants.all(),
                        StateMutants.all())
                .flatMap(mutants -> mutants)
                .sorted(Comparator.comparing(Mutant::rule));
    }

    /** Returns whether one thread can notice the mistake, without an interrupt and without a disconnected service. */
    boolean isSequential() {
        return !rule.family().equals("CON")
                && !CIRCUMSTANCES.matcher(toString()).find();
    }

    /** Creates wrong anchors of seeds. */
    static Function<InstantSource, AnchorRepository> making(BiFunction<Anchor, SeededAnchor, Anchor> mistake) {
        return clock -> new SmallRepository(clock) {
            @Override
            Anchor made(SeededAnchor seed) {
                return mistake.apply(super.made(seed), seed);
            }
        };
    }

    /** Stores something else than create returns. */
    static Function<InstantSource, AnchorRepository> keeping(UnaryOperator<Anchor> mistake) {
        return clock -> new SmallRepository(clock) {
            @Override
            void put(Anchor anchor) {
                super.put(mistake.apply(anchor));
            }
        };
    }

    /** Shows wrong snapshots. */
    static Function<InstantSource, AnchorRepository> showing(BiFunction<Anchors, Transferables, Anchors> mistake) {
        return clock -> new SmallRepository(clock) {
            @Override
            public Anchors snapshot(Transferables transferables) {
                return mistake.apply(super.snapshot(transferables), transferables);
            }
        };
    }

    /** Creates wrong points. */
    static Function<InstantSource, AnchorRepository> pointing(UnaryOperator<AnchorPoint> mistake) {
        return making((made, seed) -> made.toBuilder()
                .points(made.points().stream().map(mistake).toList())
                .build());
    }

    @Override
    public String toString() {
        return rule.number() + " " + mistake;
    }
}
