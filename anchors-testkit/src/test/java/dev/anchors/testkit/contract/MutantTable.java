package dev.anchors.testkit.contract;

import static java.util.stream.Collectors.joining;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Writes MUTANTS.md. */
final class MutantTable {

    private MutantTable() {}

    /**
     * Returns the text.
     *
     * @param caught the rules that caught each mutant
     * @param inHistories the mutants that random histories caught
     */
    static String text(Map<String, Set<Rule>> caught, Set<String> inHistories) {
        Predicate<Mutant> byAny =
                mutant -> caught.getOrDefault(mutant.toString(), Set.of()).contains(mutant.rule());
        Predicate<Mutant> byHistories = mutant -> inHistories.contains(mutant.toString());
        return """
                # What the contract catches

                %d repositories with one small mistake each. `ContractSelfProofTest` runs the contract on every one of them
                and writes this file. The first set (%d) was written together with the tests. The second set (%d) was
                written by the kinds of mistakes that authors of adapters make. A mutant is caught if a test of the rule
                that the mutant breaks fails.

                "Histories" counts the mutants that random histories caught without any other test. They cannot catch a
                mistake that needs a second thread, an interrupt or a disconnected service.

                | rule | first set: caught | histories | second set: caught | histories |
                | --- | --- | --- | --- | --- |
                """.formatted(
                                Mutant.all().count(),
                                Mutant.first().count(),
                                Mutant.second().count())
                + Arrays.stream(Rule.values())
                        .map(rule -> row(rule.number(), mutant -> mutant.rule() == rule, byAny, byHistories))
                        .collect(joining())
                + row("all", mutant -> true, byAny, byHistories)
                + list("First set", Mutant.first())
                + list("Second set", Mutant.second());
    }

    private static String row(
            String name, Predicate<Mutant> some, Predicate<Mutant> byAny, Predicate<Mutant> byHistories) {
        return "| " + name + " | " + cells(Mutant.first(), some, byAny, byHistories) + " | "
                + cells(Mutant.second(), some, byAny, byHistories) + " |\n";
    }

    private static String cells(
            Stream<Mutant> set, Predicate<Mutant> some, Predicate<Mutant> byAny, Predicate<Mutant> byHistories) {
        List<Mutant> mutants = set.filter(some).toList();
        return mutants.stream().filter(byAny).count() + " of " + mutants.size() + " | "
                + mutants.stream().filter(byHistories).count();
    }

    private static String list(String title, Stream<Mutant> mutants) {
        return "\n## " + title + "\n\n| rule | the contract fails a repository that |\n| --- | --- |\n"
                + mutants.map(mutant -> "| " + mutant.rule().number() + " | " + mutant.mistake() + " |\n")
                        .collect(joining());
    }
}
