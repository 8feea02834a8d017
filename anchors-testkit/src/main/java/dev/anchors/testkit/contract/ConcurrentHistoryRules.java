package dev.anchors.testkit.contract;

import dev.anchors.domain.Anchor;
import dev.anchors.domain.AnchorId;
import dev.anchors.ports.AnchorRepository;
import dev.anchors.testkit.ManualClock;
import dev.anchors.testkit.contract.ConcurrentHistory.Observation;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** CON-2 and CON-3: short random programs of two to four threads are linearizable. */
abstract class ConcurrentHistoryRules extends LinearizabilityRules {

    private static final int ROUNDS = 2_000;
    private static final int CALLS = 3;

    private final AnchorRepositoryContract contract;

    ConcurrentHistoryRules(AnchorRepositoryContract contract) {
        super(contract);
        this.contract = contract;
    }

    @Test
    @DisplayName("CON-2 what many threads do to one anchor could have been done by one thread, call after call")
    void con_2_calls_on_one_anchor_are_linearizable() throws Exception {
        checkPrograms(Rule.CON_2, 1);
    }

    @Test
    @DisplayName("CON-3 what many threads do to some anchors could have been done by one thread, call after call")
    void con_3_calls_on_some_anchors_are_linearizable() throws Exception {
        checkPrograms(Rule.CON_3, 3);
    }

    private void checkPrograms(Rule rule, int anchors) throws Exception {
        needs(Ability.THREAD_SAFE);
        contract.closeRepository();
        contract.withNewRepository(slowClock(), repository -> {
            long end = System.nanoTime() + contract.historyBudget().toNanos();
            Random random = new Random(contract.historySeed());
            for (int round = 0; round < ROUNDS && (round == 0 || System.nanoTime() < end); round++) {
                checkProgram(rule, repository, anchors, random);
            }
            return rule;
        });
    }

    /** Holds up a call that reads the clock, for a random moment, so that other calls overtake it. */
    @SuppressWarnings("ThreadPriorityCheck") // other threads are to run amid a call; nothing relies on it
    private InstantSource slowClock() {
        ManualClock clock = ManualClock.startingAt(contract.startTime());
        return () -> {
            int spins = ThreadLocalRandom.current().nextInt(2_000);
            for (int spin = 0; spin < spins; spin++) {
                Thread.onSpinWait();
            }
            Thread.yield();
            return clock.instant();
        };
    }

    private void checkProgram(Rule rule, AnchorRepository repository, int anchors, Random random) throws Exception {
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

        runConcurrently(threads, thread -> run(history, programs.get(thread)));

        RuleViolation.check(
                rule, history.isLinearizable(), "no order of these calls explains what they returned:%n%s", history);
        deleteAll(repository);
    }

    private static Callable<Boolean> run(ConcurrentHistory history, List<Supplier<Observation>> program) {
        return () -> {
            program.forEach(history::record);
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
