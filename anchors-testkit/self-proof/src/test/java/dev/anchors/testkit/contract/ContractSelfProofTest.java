package dev.anchors.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import dev.anchors.ports.AnchorLinks;
import dev.anchors.ports.AnchorRepository;
import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * The contract passes a correct repository, and fails each broken repository by the rule that is broken. Runs a sample of the
 * mutants unless the system property {@code anchors.mutants} is {@code all}.
 */
class ContractSelfProofTest {

    private static final boolean ALL =
            System.getProperty("anchors.mutants", "sample").equals("all");
    private static final int RUNS_AT_ONCE = 4;
    private static final Path TABLE = Path.of("MUTANTS.md");
    private static final Path GENERATED = Path.of("target", "MUTANTS.md");
    private static final Path RULES_BY_MUTANT = Path.of("target", "mutants-and-rules.txt");

    private static final Map<String, Set<Rule>> CAUGHT = new TreeMap<>();
    private static final Set<String> IN_HISTORIES = new TreeSet<>();
    private static final Set<String> FAILED = new TreeSet<>();

    @BeforeAll
    static void say_whether_this_is_a_sample() {
        if (!ALL) {
            System.out.println("A sample: " + Mutant.sample().count() + " of "
                    + Mutant.all().count() + " mutants. All of them: -Danchors.mutants=all");
        }
    }

    /** Lists for a reader the rules that caught each mutant: a mistake may break several rules. */
    @AfterAll
    static void write_the_rules_that_caught_each_mutant() throws IOException {
        Files.createDirectories(RULES_BY_MUTANT.getParent());
        Files.write(
                RULES_BY_MUTANT,
                CAUGHT.entrySet().stream()
                        .map(mutant -> mutant.getKey() + ": " + mutant.getValue()
                                + (IN_HISTORIES.contains(mutant.getKey()) ? ", histories" : ""))
                        .toList());
    }

    @Test
    void a_correct_repository_passes_the_tests_of_every_rule() {
        passesEveryRule(SmallRepositoryContractTest.class, EnumSet.allOf(Rule.class));
    }

    @Test
    void a_correct_repository_without_roles_passes_the_tests_of_every_rule_of_its_port() {
        passesEveryRule(PlainRepositoryContractTest.class, Rule.of(Set.of(AnchorRepository.class)));
    }

    @Test
    void correct_links_pass_the_tests_of_every_rule_that_binds_them() {
        passesEveryRule(SmallRepositoryLinksContractTest.class, Rule.of(Set.of(AnchorLinks.class)));
    }

    private static void passesEveryRule(Class<?> contract, Set<Rule> rules) {
        ContractRun run = ContractRun.of(selectClass(contract));

        assertThat(run.failures()).isEmpty();
        assertThat(run.isSuccessful()).isTrue();
        assertThat(run.unnumbered())
                .containsExactlyInAnyOrder(
                        "every rule has a test, and a run of the whole contract leaves none out",
                        "random histories of all operations agree with the reference model",
                        "a history with many anchors agrees with the reference model");
        assertThat(run.proved()).containsExactlyElementsOf(rules);
    }

    @TestFactory
    Stream<DynamicTest> a_broken_repository_is_caught_by_the_rule_that_it_breaks() {
        ExecutorService executor = Executors.newFixedThreadPool(RUNS_AT_ONCE);
        Map<Mutant, Future<ContractRun>> runs = new LinkedHashMap<>();
        (ALL ? Mutant.all() : Mutant.sample())
                .forEach(mutant -> runs.put(mutant, executor.submit(() -> ContractRun.of(mutant))));
        executor.shutdown();
        return Stream.concat(
                runs.entrySet().stream()
                        .map(run -> dynamicTest(
                                run.getKey().toString(),
                                () -> catches(run.getKey(), run.getValue().get()))),
                ALL ? summary() : Stream.empty());
    }

    private static Stream<DynamicTest> summary() {
        return Stream.of(
                dynamicTest("every test of the contract fails for a mutant", ContractSelfProofTest::every_test_fails),
                dynamicTest(
                        "random histories alone catch nine of ten mutants that one thread can notice",
                        ContractSelfProofTest::histories_catch_most),
                dynamicTest("the table of mutants is up to date", ContractSelfProofTest::the_table_is_up_to_date));
    }

    private static void every_test_fails() {
        assertThat(FAILED)
                .containsAll(CompletenessCheck.tests(FullAnchorRepositoryContract.class)
                        .map(Method::getName)
                        .toList());
    }

    private static void histories_catch_most() {
        List<String> sequential =
                Mutant.all().filter(Mutant::isSequential).map(Mutant::toString).toList();
        List<String> missed = sequential.stream()
                .filter(mutant -> !IN_HISTORIES.contains(mutant))
                .toList();
        assertThat(missed).as("mutants that random histories miss").hasSizeLessThanOrEqualTo(sequential.size() / 10);
    }

    private static void catches(Mutant mutant, ContractRun run) {
        CAUGHT.put(mutant.toString(), run.broken());
        FAILED.addAll(run.failedTests());
        if (run.isBrokenInHistories()) {
            IN_HISTORIES.add(mutant.toString());
        }

        assertThat(run.messages())
                .allSatisfy(message -> assertThat(message).hasSizeLessThanOrEqualTo(FailureText.LIMIT));
        assertThat(run.proved()).as("the rules that were run").contains(mutant.rule());
        assertThat(run.broken())
                .as("the rules that caught a repository which %s", mutant.mistake())
                .contains(mutant.rule());
    }

    @Test
    void the_table_lists_every_mutant() throws IOException {
        assertThat(Files.readString(TABLE))
                .as("if the mutants were changed on purpose, run this class with -Danchors.mutants=all")
                .contains(MutantTable.lists());
    }

    @Test
    void the_sample_has_a_mutant_of_each_rule() {
        assertThat(Mutant.sample().map(Mutant::rule)).contains(Rule.values());
    }

    @Test
    void every_rule_has_a_mutant_and_no_two_mutants_have_the_same_name() {
        assertThat(Mutant.all().map(Mutant::rule)).containsAll(EnumSet.allOf(Rule.class));
        assertThat(Mutant.all().map(Mutant::toString)).doesNotHaveDuplicates();
    }

    @Test
    void the_second_set_has_at_least_eight_mutants_of_each_kind() {
        assertThat(Stream.of(
                        NeighbourMutants.all(),
                        SizeMutants.all(),
                        TimeMutants.all(),
                        TextMutants.all(),
                        VisibilityMutants.all(),
                        RaceMutants.all(),
                        WordMutants.all(),
                        CollectionMutants.all()))
                .allSatisfy(kind -> assertThat(kind).hasSizeGreaterThanOrEqualTo(8));
        assertThat(Mutant.second()).hasSizeGreaterThanOrEqualTo(80);
    }

    private static void the_table_is_up_to_date() throws IOException {
        Files.createDirectories(GENERATED.getParent());
        Files.writeString(GENERATED, MutantTable.text(CAUGHT, IN_HISTORIES));

        assertThat(TABLE)
                .as("if the mutants were changed on purpose, copy %s to %s", GENERATED, TABLE)
                .hasContent(Files.readString(GENERATED));
    }
}
