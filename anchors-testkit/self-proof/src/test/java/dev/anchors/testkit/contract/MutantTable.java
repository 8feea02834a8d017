package dev.anchors.testkit.contract;

import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toCollection;

import dev.anchors.ports.AnchorRepository;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Writes MUTANTS.md. */
final class MutantTable {

    /** The rules that a mistake in links may break. */
    private static final Set<Rule> LINKS = Mutant.links().map(Mutant::rule).collect(toCollection(TreeSet::new));

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

                %d repositories with one small mistake each. `ContractSelfProofTest` runs `FullAnchorRepositoryContract`
                on every one of them and writes this file. The first set (%d) was written together with the tests. The second set (%d)
                was written by the kinds of mistakes that authors of adapters make. A mutant is caught if a test of the rule
                that the mutant breaks fails.

                "Histories" counts the mutants that random histories caught without any other test. They cannot catch a
                mistake that needs a second thread, an interrupt, a disconnected service or a store that is opened again.

                | rule | first set: caught | histories | second set: caught | histories |
                | --- | --- | --- | --- | --- |
                """.formatted(
                                Mutant.first().count() + Mutant.second().count(),
                                Mutant.first().count(),
                                Mutant.second().count())
                + rows(
                        Rule.of(Set.of(AnchorRepository.class)),
                        List.of(Mutant::first, Mutant::second),
                        byAny,
                        byHistories)
                + lists().get(0)
                + lists().get(1)
                + """

                ## Links

                %d repositories whose links have one small mistake each.

                | rule | caught | histories |
                | --- | --- | --- |
                """.formatted(Mutant.links().count())
                + rows(LINKS, List.of(Mutant::links), byAny, byHistories)
                + lists().get(2);
    }

    /** Returns the lists of the mutants of each set, which are parts of the text. */
    static List<String> lists() {
        return List.of(
                list("First set", Mutant.first()),
                list("Second set", Mutant.second()),
                list("Set for links", Mutant.links()));
    }

    private static String rows(
            Set<Rule> rules,
            List<Supplier<Stream<Mutant>>> sets,
            Predicate<Mutant> byAny,
            Predicate<Mutant> byHistories) {
        return rules.stream()
                        .map(rule -> row(rule.number(), mutant -> mutant.rule() == rule, sets, byAny, byHistories))
                        .collect(joining())
                + row("all", mutant -> true, sets, byAny, byHistories);
    }

    private static String row(
            String name,
            Predicate<Mutant> some,
            List<Supplier<Stream<Mutant>>> sets,
            Predicate<Mutant> byAny,
            Predicate<Mutant> byHistories) {
        return sets.stream()
                .map(set -> cells(set.get(), some, byAny, byHistories))
                .collect(joining(" | ", "| " + name + " | ", " |\n"));
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
