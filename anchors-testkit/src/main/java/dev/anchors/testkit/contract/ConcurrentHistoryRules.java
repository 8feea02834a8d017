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
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** The tests of CON-2 and CON-3 with short random programs of two to four threads, which have to be linearizable. */
abstract class ConcurrentHistoryRules extends LinearizabilityRules {

    private static final int ROUNDS = 2_000;
    private static final int CALLS = 3;

    private final AnchorRepositoryContract contract;

    ConcurrentHistoryRules(AnchorRepositoryContract contract) {
        super(contract);
        this.contract = contract;
    }

    @Test
    @DisplayName("CON-2 calls of many threads on one anchor return what one thread could have seen, call after call")
    void con_2_calls_on_one_anchor_are_linearizable() throws Exception {
        checkPrograms(Rule.CON_2, 1);
    }

    @Test
    @DisplayName("CON-3 calls of many threads on some anchors return what one thread could have seen, call after call")
    void con_3_calls_on_some_anchors_are_linearizable() throws Exception {
        checkPrograms(Rule.CON_3, 3);
    }

    private void checkPrograms(Rule rule, int anchors) throws Exception {
        needs(Ability.THREAD_SAFE);
        contract.closeRepository();
        DelayingClock clock = new DelayingClock(ManualClock.startingAt(contract.startTime()));
        contract.withNewRepository(clock, repository -> {
            long end = System.nanoTime() + contract.historyBudget().toNanos();
            Random random = new Random(contract.historySeed());
            for (int round = 0; round < ROUNDS && (round == 0 || System.nanoTime() < end); round++) {
                checkProgram(rule, repository, clock, anchors, random);
            }
            return rule;
        });
    }

    private void checkProgram(Rule rule, AnchorRepository repository, DelayingClock clock, int anchors, Random random)
            throws Exception {
        List<Anchor> some = Stream.generate(() -> repository.create(linked("/notes", ASSET)))
                .limit(anchors)
                .toList();
        Model start = Model.empty().created(some);
        ConcurrentHistory history = new ConcurrentHistory(start);
        Observations calls = new Observations(repository);
        int threads = 2 + random.nextInt(3);
        List<List<Supplier<Observation>>> programs = IntStream.range(0, threads)
                .mapToObj(thread -> program(calls, some, random))
                .toList();

        runConcurrently(threads, thread -> run(history, clock, programs.get(thread)));

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

    private static List<Supplier<Observation>> program(Observations calls, List<Anchor> anchors, Random random) {
        return Stream.generate(() ->
                        call(calls, anchors.get(random.nextInt(anchors.size())).id(), random.nextInt(10)))
                .limit(CALLS)
                .toList();
    }

    private static Supplier<Observation> call(Observations calls, AnchorId anchor, int choice) {
        return switch (choice) {
            case 0, 1 -> () -> calls.delete(anchor);
            case 2, 3 -> () -> calls.disassociate(anchor, ASSET);
            case 4 -> () -> calls.create(linked("/notes", ASSET));
            case 5, 6 -> () -> calls.snapshot();
            default -> () -> calls.find(anchor);
        };
    }

    private static void deleteAll(AnchorRepository repository) {
        Set<AnchorId> left = new HashSet<>();
        repository.snapshot().forEach(anchor -> left.add(anchor.id()));
        left.forEach(repository::delete);
    }
}
