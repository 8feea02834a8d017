package dev.anchors.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.anchors.ports.AnchorRepository;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Random histories as the author of an adapter sees them. */
class HistoryRulesTest {

    private static final List<Role<?>> ROLES = new SmallRepositoryContractTest().roles();

    @Test
    void the_same_seed_generates_the_same_history() {
        assertThat(generator(7).history()).isEqualTo(generator(7).history());
        assertThat(generator(7).history()).isNotEqualTo(generator(8).history());
        assertThat(generator(7).growingHistory(300)).isEqualTo(generator(7).growingHistory(300));
    }

    @Test
    void histories_have_about_twenty_steps_and_fewer_than_200_anchors() {
        for (long seed = 1; seed <= 500; seed++) {
            List<Step> steps = generator(seed).history();
            assertThat(steps).hasSizeBetween(20, 30);
            assertThat(created(steps)).isLessThan(200);
        }
        assertThat(created(generator(1).growingHistory(10_001))).isBetween(10_001, 10_020);
    }

    @Test
    void a_third_of_the_steps_of_links_concern_a_link_of_an_earlier_step() {
        int links = 0;
        int different = 0;
        for (long seed = 1; seed <= 100; seed++) {
            List<Step> steps = generator(seed).history();
            assertThat(steps).isEqualTo(generator(seed).history()).hasSizeBetween(20, 30);
            List<Arguments> linked =
                    steps.stream().flatMap(HistoryRulesTest::link).toList();
            links += linked.size();
            different += Set.copyOf(linked).size();
        }
        assertThat(links).as("steps of links in 100 histories").isGreaterThan(700);
        assertThat(different).as("different links of these steps").isLessThan(links * 2 / 3);
    }

    private static Stream<Arguments> link(Step step) {
        return step instanceof Step.Make make && make.call().arguments().has(Parameter.MATERIAL)
                ? Stream.of(make.call().arguments())
                : Stream.empty();
    }

    private static HistoryGenerator generator(long seed) {
        return new HistoryGenerator(ROLES, seed);
    }

    private static int created(List<Step> steps) {
        return steps.stream()
                .filter(Step.Create.class::isInstance)
                .mapToInt(step -> ((Step.Create) step).count())
                .sum();
    }

    @Test
    void a_failure_shows_the_difference_the_seed_and_the_shortest_history_as_java() {
        RuleViolation violation = failure(contract("DIS-2 removes all assets from anchors of the same path"));

        assertThat(violation.rule()).isEqualTo(Rule.DIS_2);
        assertThat(violation)
                .message()
                .contains("links(ASSET) was [], expected [AssetId[")
                .contains("anchors.historySeed=");
        assertThat(violation.getMessage().lines().filter(line -> line.endsWith(");")))
                .hasSize(3)
                .anyMatch(
                        line -> line.startsWith("  Anchor anchor") && line.contains("repository.create(SeededAnchor."))
                .anyMatch(line -> line.startsWith("  repository.disassociate(anchor"));
    }

    @Test
    void the_readme_shows_a_failure_as_it_is() {
        RuleViolation violation = failure(
                new Contract(mutant("DIS-2 removes all assets from anchors of the same path")
                        .repositories()) {
                    @Override
                    protected long historySeed() {
                        return 399; // the first history with short values that fails
                    }

                    @Override
                    int shrinkingAttempts() {
                        return 10_000;
                    }
                });

        assertThat(Path.of("..", "README.md"))
                .content()
                .contains("```text\n" + FailureText.of(violation.rule(), violation.getMessage(), "") + "\n```");
    }

    @Test
    void a_failure_says_if_the_attempts_to_shorten_its_history_were_used_up() {
        AnchorRepositoryContract contract =
                new Contract(mutant("DIS-2 removes all assets from anchors of the same path")
                        .repositories()) {
                    @Override
                    int shrinkingAttempts() {
                        return 3;
                    }
                };

        assertThat(failure(contract)).hasMessageContaining("found in 3 attempts");
    }

    @Test
    void a_failure_can_be_repeated_by_its_seed() {
        Contract first = contract("SNA-5 streams all anchors but the first");

        RuleViolation again = failure(
                new Contract(mutant("SNA-5 streams all anchors but the first").repositories()) {
                    @Override
                    protected long historySeed() {
                        return Long.parseLong(
                                failure(first).getMessage().replaceAll("(?s).*historySeed=(\\d+) .*", "$1"));
                    }
                });

        assertThat(again.rule()).isEqualTo(Rule.SNA_5);
    }

    @Test
    void each_history_has_a_repository_that_is_closed_and_cleaned_up_before_the_next() throws Exception {
        List<String> hooks = new ArrayList<>();
        Contract contract =
                new Contract(clock -> {
                    hooks.add("new");
                    return new SmallRepository(clock) {
                        @Override
                        public void close() {
                            if (!isClosed()) {
                                hooks.add("close");
                            }
                            super.close();
                        }
                    };
                }) {
                    @Override
                    protected void cleanUp() {
                        hooks.add("cleanUp");
                    }

                    @Override
                    protected int histories() {
                        return 3;
                    }
                };

        new HistoryRules(contract) {}.random_histories_agree_with_the_model();

        assertThat(hooks)
                .containsExactly("new", "close", "cleanUp", "new", "close", "cleanUp", "new", "close", "cleanUp");
    }

    private static RuleViolation failure(AnchorRepositoryContract contract) {
        return catchThrowableOfType(
                RuleViolation.class, () -> new HistoryRules(contract) {}.random_histories_agree_with_the_model());
    }

    private static Contract contract(String mutant) {
        return new Contract(mutant(mutant).repositories());
    }

    private static Mutant mutant(String name) {
        return Mutant.all().filter(it -> it.toString().equals(name)).findFirst().orElseThrow();
    }

    private static class Contract extends AnchorRepositoryContract {
        private final Function<InstantSource, AnchorRepository> repositories;

        Contract(Function<InstantSource, AnchorRepository> repositories) {
            this.repositories = repositories;
        }

        @Override
        protected int histories() {
            return 1_000;
        }

        @Override
        protected AnchorRepository newRepository(InstantSource clock) {
            return repositories.apply(clock);
        }
    }
}
