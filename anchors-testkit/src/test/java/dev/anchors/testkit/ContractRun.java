package dev.anchors.testkit;

import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.platform.engine.FilterResult;
import org.junit.platform.engine.TestDescriptor;
import org.junit.platform.engine.TestExecutionResult;
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

    /** Runs all tests of a contract. */
    static ContractRun of(Class<? extends AnchorRepositoryContract> contract) {
        return run(EngineTestKit.engine("junit-jupiter").selectors(selectClass(contract)));
    }

    /**
     * Runs the tests that a mutant may fail. A race is left to the tests of its own rule: in others it does not happen,
     * and its gates would only make them wait. The many threads, for their part, are left to the races.
     */
    static ContractRun of(Mutant mutant) {
        boolean race = mutant.rule().family().equals("CON");
        PostDiscoveryFilter tests = test -> FilterResult.includedIf(ruleOf(test)
                .map(rule -> race ? rule == mutant.rule() : !rule.family().equals("CON"))
                .orElse(true));
        return run(EngineTestKit.engine("junit-jupiter")
                .selectors(selectClass(MutantContract.class))
                .configurationParameter(MutantContract.MUTANT, mutant.toString())
                .filters(tests));
    }

    private static ContractRun run(EngineTestKit.Builder contract) {
        return new ContractRun(contract.execute().allEvents().finished().list());
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
        return rules(failures());
    }

    /** What failed, and why. */
    List<Event> failures() {
        return finished.stream()
                .filter(EventConditions.finishedWithFailure()::matches)
                .toList();
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
        return finished.stream()
                .map(event -> event.getRequiredPayload(TestExecutionResult.class))
                .allMatch(result -> result.getStatus() == TestExecutionResult.Status.SUCCESSFUL);
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
