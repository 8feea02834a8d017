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
 * The events that JUnit reported for the contract of one repository.
 *
 * @param finished the tests and the containers of tests that ended
 */
record ContractRun(List<Event> finished) {

    /** Runs the tests of a contract that the filters include. */
    static ContractRun of(DiscoverySelector contract, PostDiscoveryFilter... filters) {
        return run(EngineTestKit.engine("junit-jupiter").selectors(contract).filters(filters));
    }

    /** Runs the tests of a contract in parallel. */
    static ContractRun inParallel(DiscoverySelector contract) {
        return run(EngineTestKit.engine("junit-jupiter")
                .selectors(contract)
                .configurationParameter("junit.jupiter.execution.parallel.enabled", "true")
                .configurationParameter("junit.jupiter.execution.parallel.mode.default", "concurrent")
                .configurationParameter("junit.jupiter.execution.parallel.config.strategy", "fixed")
                .configurationParameter("junit.jupiter.execution.parallel.config.fixed.parallelism", "8"));
    }

    /**
     * Runs the tests that a mutant may fail. For a mutant that breaks a rule of CON, these are the tests of that rule, since
     * the gates of the mutant would only delay the others. For the other mutants, these are all but the tests of CON.
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

    /** Returns the rules of which a test passed or failed. */
    Set<Rule> proved() {
        return rules(finished.stream()
                .filter(event -> event.getTestDescriptor().isTest())
                .toList());
    }

    /** Returns the rules of which a test failed. */
    Set<Rule> broken() {
        Set<Rule> broken = rules(failures());
        messages().forEach(message -> Rule.provedBy(message).ifPresent(broken::add));
        return broken;
    }

    /** Returns whether a random history failed. */
    boolean isBrokenInHistories() {
        return failures().stream().map(Event::getTestDescriptor).anyMatch(ContractRun::isHistory);
    }

    /** Returns the names of the methods of the tests that failed. */
    Set<String> failedTests() {
        return failures().stream()
                .flatMap(event -> methodOf(event.getTestDescriptor()).stream())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Returns the events of the tests and containers that failed. */
    List<Event> failures() {
        return finished.stream()
                .filter(EventConditions.finishedWithFailure()::matches)
                .toList();
    }

    /** Returns the exceptions of the failures. */
    List<Throwable> thrown() {
        return failures().stream()
                .flatMap(event -> resultOf(event).getThrowable().stream())
                .toList();
    }

    /** Returns the messages of the failures. */
    List<String> messages() {
        return thrown().stream()
                .map(failure -> String.valueOf(failure.getMessage()))
                .toList();
    }

    /** Returns the reasons of the tests and containers that were aborted, by their names. */
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

    /** Returns the tests whose names do not begin with the number of a rule. */
    List<String> unnumbered() {
        return finished.stream()
                .map(Event::getTestDescriptor)
                .filter(TestDescriptor::isTest)
                .filter(test -> ruleOf(test).isEmpty())
                .map(TestDescriptor::getDisplayName)
                .toList();
    }

    /** Returns whether every test passed; an aborted test did not pass. */
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

    /** Returns the rule that the name of the test, or of an enclosing container, begins with. */
    private static Optional<Rule> ruleOf(TestDescriptor test) {
        return Rule.provedBy(test.getDisplayName()).or(() -> test.getParent().flatMap(ContractRun::ruleOf));
    }
}
