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

    private final RepositoryContract contract;

    HistoryRules(RepositoryContract contract) {
        super(contract);
        this.contract = contract;
    }

    @Test
    @DisplayName("random histories of all operations agree with the reference model")
    void random_histories_agree_with_the_model() throws Exception {
        contract.closeRepository();
        long seed = contract.historySeed();
        for (int count = 0; count < contract.histories(); count++) {
            check(seed + count, generator(seed + count).history());
        }
    }

    @Test
    @DisplayName("a history with many anchors agrees with the reference model")
    void a_history_with_many_anchors_agrees_with_the_model() throws Exception {
        contract.closeRepository();
        int size = contract.largestSize();

        check(contract.historySeed(), generator(contract.historySeed()).growingHistory(size));

        if (size < RepositoryContract.LARGEST_SIZE) {
            throw new TestAbortedException("passed with %d anchors instead of %d, because largestSize() is overridden"
                    .formatted(size, RepositoryContract.LARGEST_SIZE));
        }
    }

    private HistoryGenerator generator(long seed) {
        return new HistoryGenerator(contract.roles(), seed);
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
        Shrinker shrinker = new Shrinker(
                shorter -> run(shorter, new AtomicInteger()), contract.shrinkingAttempts(), steps, violation);
        shrinker.shrink();
        String shortest = shrinker.isUsedUp()
                ? "the shortest history found in %d attempts".formatted(contract.shrinkingAttempts())
                : "the shortest history that fails";
        return new RuleViolation(
                shrinker.violation().rule(),
                """
                %s

                This is %s. To run it first, set the system property %s=%d or override historySeed():
                %s""".formatted(
                                shrinker.violation().getMessage(),
                                shortest,
                                RepositoryContract.HISTORY_SEED,
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
                new HistoryRun(repository, contract.roles(), clock, times, contract.abilities()).run(steps, last::set);
                return Optional.empty();
            } catch (RuleViolation violation) {
                return Optional.of(violation);
            }
        });
    }
}
