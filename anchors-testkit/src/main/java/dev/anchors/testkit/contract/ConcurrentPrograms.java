package dev.anchors.testkit.contract;

import dev.anchors.domain.Anchor;
import dev.anchors.domain.AnchorId;
import dev.anchors.ports.AnchorRepository;
import dev.anchors.testkit.ManualClock;
import dev.anchors.testkit.contract.ConcurrentHistory.Observation;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Runs short random programs of two to four threads, which have to be linearizable. */
final class ConcurrentPrograms {

    private static final int ROUNDS = 2_000;
    private static final int CALLS = 3;

    /** Chooses the calls of programs. */
    @FunctionalInterface
    interface Calls {
        /** Returns a random call, which may use an anchor. */
        Supplier<Observation> next(AnchorId anchor, Random random);
    }

    private final RepositoryContract contract;
    private final Function<AnchorRepository, Calls> callsOf;

    /** @param callsOf returns the calls of a repository, which is as {@link RepositoryContract#newRepository} made it */
    ConcurrentPrograms(RepositoryContract contract, Function<AnchorRepository, Calls> callsOf) {
        this.contract = contract;
        this.callsOf = callsOf;
    }

    /**
     * Runs programs as the time allows, each with so many anchors that are linked to {@link Rules#ASSET}.
     *
     * @param rule the rule that is broken if no order of the calls explains what they returned
     */
    void check(Rule rule, int anchors) throws Exception {
        contract.closeRepository();
        DelayingClock clock = new DelayingClock(ManualClock.startingAt(contract.startTime()));
        contract.withNewRepository(clock, repository -> {
            Calls calls = callsOf.apply(repository);
            long end = System.nanoTime() + contract.historyBudget().toNanos();
            Random random = new Random(contract.historySeed());
            for (int round = 0; round < ROUNDS && (round == 0 || System.nanoTime() < end); round++) {
                check(rule, repository, calls, clock, anchors, random);
            }
            return rule;
        });
    }

    private void check(
            Rule rule, AnchorRepository repository, Calls calls, DelayingClock clock, int anchors, Random random)
            throws Exception {
        List<Anchor> some = Stream.generate(() -> repository.create(Rules.linked("/notes", Rules.ASSET)))
                .limit(anchors)
                .toList();
        ConcurrentHistory history = new ConcurrentHistory(Model.empty().created(some));
        int threads = 2 + random.nextInt(3);
        List<List<Supplier<Observation>>> programs = IntStream.range(0, threads)
                .mapToObj(thread -> program(calls, some, random))
                .toList();

        ConcurrentRun.run(contract.concurrencyTimeout(), threads, thread -> run(history, clock, programs.get(thread)));

        RuleViolation.check(
                rule, history.isLinearizable(), "no order of these calls explains what they returned:%n%s", history);
        deleteAll(repository);
    }

    private static Callable<Boolean> run(
            ConcurrentHistory history, DelayingClock clock, List<Supplier<Observation>> program) {
        return () -> {
            for (Supplier<Observation> call : program) {
                clock.countEvent();
                history.record(call);
                clock.countEvent();
            }
            return true;
        };
    }

    private static List<Supplier<Observation>> program(Calls calls, List<Anchor> anchors, Random random) {
        return Stream.generate(() ->
                        calls.next(anchors.get(random.nextInt(anchors.size())).id(), random))
                .limit(CALLS)
                .toList();
    }

    private static void deleteAll(AnchorRepository repository) {
        Set<AnchorId> left = new HashSet<>();
        repository.snapshot().forEach(anchor -> left.add(anchor.id()));
        left.forEach(repository::delete);
    }
}
