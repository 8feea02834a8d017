package dev.anchors.testkit.contract;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.opentest4j.TestAbortedException;

/** Compares the repository with the reference model in random histories. A failure names the broken rule. */
abstract class HistoryRules extends Rules {

    private final AnchorRepositoryContract contract;

    HistoryRules(AnchorRepositoryContract contract) {
        super(contract);
        this.contract = contract;
    }

    @Test
    @DisplayName("random histories of all operations agree with the reference model")
    void random_histories_agree_with_the_model() throws Exception {
        contract.closeRepository();
        long end = System.nanoTime() + contract.historyBudget().toNanos();
        long seed = contract.historySeed();
        for (int count = 0; count < contract.mostHistories() && (count == 0 || System.nanoTime() < end); count++) {
            check(seed + count, HistoryGenerator.history(seed + count));
        }
    }

    @Test
    @DisplayName("a history with many anchors agrees with the reference model")
    void a_history_with_many_anchors_agrees_with_the_model() throws Exception {
        contract.closeRepository();
        int size = contract.largestSize();

        check(contract.historySeed(), HistoryGenerator.growingHistory(contract.historySeed(), size));

        if (size < AnchorRepositoryContract.LARGEST_SIZE) {
            throw new TestAbortedException("passed with %d anchors instead of %d, because largestSize() is overridden"
                    .formatted(size, AnchorRepositoryContract.LARGEST_SIZE));
        }
    }

    private void check(long seed, List<Step> steps) throws Exception {
        AtomicInteger last = new AtomicInteger();
        Optional<RuleViolation> violation = run(steps, last);
        if (violation.isPresent()) {
            throw shrunk(seed, steps.subList(0, last.get() + 1), violation.get());
        }
    }

    /** Returns the failure of the shortest history that breaks the same rule. */
    private RuleViolation shrunk(long seed, List<Step> steps, RuleViolation violation) throws Exception {
        Shrinker shrinker =
                new Shrinker(shorter -> run(shorter, new AtomicInteger()), contract.shrinkBudget(), steps, violation);
        shrinker.shrink();
        String shortest = shrinker.hasTime()
                ? "the shortest history that fails"
                : "the shortest history found until the time for shrinking was over";
        return new RuleViolation(
                shrinker.violation().rule(),
                """
                %s

                This is %s. To run it first, set the system property %s=%d or override historySeed():
                %s""".formatted(
                                shrinker.violation().getMessage(),
                                shortest,
                                AnchorRepositoryContract.HISTORY_SEED,
                                seed,
                                HistoryCode.of(shrinker.steps()).indent(2).stripTrailing()),
                shrinker.violation().getCause());
    }

    private Optional<RuleViolation> run(List<Step> steps, AtomicInteger last) throws Exception {
        HistoryClock clock = new HistoryClock(contract.startTime());
        Duration precision = CallTimes.precisionOf(contract.startTime());
        CallTimes times = new CallTimes(clock, precision, contract.abilities());
        return contract.withNewRepository(clock, repository -> {
            try {
                new HistoryRun(repository, clock, times, contract.abilities()).run(steps, last::set);
                ClosedRepository.check(repository);
                return Optional.empty();
            } catch (RuleViolation violation) {
                return Optional.of(violation);
            }
        });
    }
}
