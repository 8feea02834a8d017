package dev.anchors.testkit.contract;

import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.platform.engine.DiscoverySelector;
import org.junit.platform.engine.FilterResult;
import org.junit.platform.engine.TestDescriptor;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.TestExecutionResult.Status;
import org.junit.platform.engine.support.descriptor.MethodSource;
import org.junit.platform.launcher.PostDiscoveryFilter;
import org.junit.platform.testkit.engine.EngineTestKit;
import org.junit.platform.testkit.engine.Event;
import org.junit.platform.testkit.engine.EventConditions;

/**
 * What JUnit reported of the contract for one repository.
 *
 * @param finished the tests, and the containers of tests, that came to an end
 */
record ContractRun(List<Event> finished) {

    /** Runs the tests of a contract, or those of them that were picked. */
    static ContractRun of(DiscoverySelector contract, PostDiscoveryFilter... filters) {
        return run(EngineTestKit.engine("junit-jupiter").selectors(contract).filters(filters));
    }

    /** Runs the tests of a contract, as many at once as there are processors to spare and more. */
    static ContractRun inParallel(DiscoverySelector contract) {
        return run(EngineTestKit.engine("junit-jupiter")
                .selectors(contract)
                .configurationParameter("junit.jupiter.execution.parallel.enabled", "true")
                .configurationParameter("junit.jupiter.execution.parallel.mode.default", "concurrent")
                .configurationParameter("junit.jupiter.execution.parallel.config.strategy", "fixed")
                .configurationParameter("junit.jupiter.execution.parallel.config.fixed.parallelism", "8"));
    }

    /**
     * Runs the tests that a mutant may fail. A race is left to the tests of its own rule: in others it does not happen,
     * and its gates would only make them wait. The many threads, for their part, are left to the races.
     */
    static ContractRun of(Mutant mutant) {
        boolean race = mutant.rule().family().equals("CON");
        PostDiscoveryFilter tests = test -> FilterResult.includedIf(ruleOf(test)
                .map(rule -> race ? rule == mutant.rule() : !rule.family().equals("CON"))
                .orElse(!test.isTest() || (!race && isHistory(test))));
        return run(EngineTestKit.engine("junit-jupiter")
                .selectors(selectClass(MutantContract.class))
                .configurationParameter(MutantContract.MUTANT, mutant.toString())
                .filters(tests));
    }

    private static boolean isHistory(TestDescriptor test) {
        return test.getParent()
                .filter(family -> family.getDisplayName().equals("histories"))
                .isPresent();
    }

    private static ContractRun run(EngineTestKit.Builder contract) {
        return new ContractRun(contract.configurationParameter(WithinATest.PARAMETER, "true")
                .execute()
                .allEvents()
                .finished()
                .list());
    }

    long tests() {
        return finished.stream()
                .filter(event -> event.getTestDescriptor().isTest())
                .count();
    }

    /** The rules of which a test came to an end, good or bad. */
    Set<Rule> proved() {
        return rules(finished.stream()
                .filter(event -> event.getTestDescriptor().isTest())
                .toList());
    }

    /** The rules of which a test failed. */
    Set<Rule> broken() {
        Set<Rule> broken = rules(failures());
        messages().forEach(message -> Rule.provedBy(message).ifPresent(broken::add));
        return broken;
    }

    /** Whether a random history failed. */
    boolean isBrokenInHistories() {
        return failures().stream().map(Event::getTestDescriptor).anyMatch(ContractRun::isHistory);
    }

    /** The tests that failed, by the names of their methods. */
    Set<String> failedTests() {
        return failures().stream()
                .flatMap(event -> methodOf(event.getTestDescriptor()).stream())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** What failed, and why. */
    List<Event> failures() {
        return finished.stream()
                .filter(EventConditions.finishedWithFailure()::matches)
                .toList();
    }

    /** What the failures threw. */
    List<Throwable> thrown() {
        return failures().stream()
                .flatMap(event -> resultOf(event).getThrowable().stream())
                .toList();
    }

    /** What the failures say. */
    List<String> messages() {
        return thrown().stream()
                .map(failure -> String.valueOf(failure.getMessage()))
                .toList();
    }

    /** What was aborted, by its name, and why. */
    Map<String, String> aborted() {
        return finished.stream()
                .filter(event -> resultOf(event).getStatus() == Status.ABORTED)
                .collect(Collectors.toMap(
                        event -> event.getTestDescriptor().getDisplayName(),
                        event -> resultOf(event)
                                .getThrowable()
                                .map(Throwable::getMessage)
                                .orElse("")));
    }

    /** The tests whose names do not begin with the number of a rule. */
    List<String> unnumbered() {
        return finished.stream()
                .map(Event::getTestDescriptor)
                .filter(TestDescriptor::isTest)
                .filter(test -> ruleOf(test).isEmpty())
                .map(TestDescriptor::getDisplayName)
                .toList();
    }

    /** Skipped and aborted tests count as well: a kit that quietly ran less is no kit. */
    boolean isSuccessful() {
        return finished.stream().map(ContractRun::resultOf).allMatch(result -> result.getStatus() == Status.SUCCESSFUL);
    }

    private static TestExecutionResult resultOf(Event finished) {
        return finished.getRequiredPayload(TestExecutionResult.class);
    }

    private static Optional<String> methodOf(TestDescriptor test) {
        return test.getSource()
                .filter(MethodSource.class::isInstance)
                .map(source -> ((MethodSource) source).getMethodName())
                .or(() -> test.getParent().flatMap(ContractRun::methodOf));
    }

    private static Set<Rule> rules(List<Event> events) {
        return events.stream()
                .flatMap(event -> ruleOf(event.getTestDescriptor()).stream())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** The rule that a test proves, by its own name or, where it is one of many, by the name of them all. */
    private static Optional<Rule> ruleOf(TestDescriptor test) {
        return Rule.provedBy(test.getDisplayName()).or(() -> test.getParent().flatMap(ContractRun::ruleOf));
    }
}
