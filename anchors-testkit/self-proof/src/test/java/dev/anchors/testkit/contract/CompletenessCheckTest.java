package dev.anchors.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectMethod;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectNestedClass;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectNestedMethod;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.platform.engine.FilterResult;
import org.junit.platform.launcher.PostDiscoveryFilter;

/** A run of the whole contract fails if tests are left out; a run of selected tests does not. */
class CompletenessCheckTest {

    private static final Class<?> CONTRACT = SmallRepositoryContractTest.class;
    private static final long ALL =
            CompletenessCheck.tests(FullAnchorRepositoryContract.class).count();

    @Test
    void a_run_of_the_whole_contract_passes() {
        ContractRun run = ContractRun.of(selectClass(CONTRACT));

        assertThat(run.isSuccessful()).isTrue();
        assertThat(run.tests()).isGreaterThan(ALL);
    }

    @Test
    void a_disabled_test_fails_the_contract_which_names_the_test() {
        ContractRun run = ContractRun.of(selectClass(Disabling.class));

        assertThat(run.messages())
                .singleElement()
                .satisfies(message -> assertThat(message)
                        .startsWith("1 of " + ALL + " tests of the contract were not run")
                        .contains("FIN-1 find compares whole ids")
                        .contains("Hint: "));
    }

    @Test
    void a_family_of_rules_that_a_filter_excludes_fails_the_contract() {
        PostDiscoveryFilter filter =
                test -> FilterResult.includedIf(!test.getDisplayName().startsWith("FIN"));

        ContractRun run = ContractRun.of(selectClass(CONTRACT), filter);

        assertThat(run.messages())
                .singleElement()
                .satisfies(message -> assertThat(message)
                        .contains("FIN-1 find compares whole ids", "FIN-1 any text can be the id of an unknown anchor")
                        .doesNotContain("DEL-1"));
    }

    @Test
    void a_run_without_a_test_of_a_rule_is_aborted() {
        ContractRun run = ContractRun.of(selectMethod(CONTRACT, "a_run_of_the_whole_contract_leaves_no_test_out"));

        assertThat(run.failures()).isEmpty();
        assertThat(run.aborted().values())
                .containsExactly("no rule was tested, so nothing is certified: run the whole class");
    }

    @Test
    void a_single_test_can_be_run() {
        ContractRun run = ContractRun.of(
                selectNestedMethod(List.of(CONTRACT), AnchorRepositoryContract.Create.class, "cre_1_the_id_is_new"));

        assertThat(run.isSuccessful()).isTrue();
        assertThat(run.tests()).isEqualTo(1);
    }

    @Test
    void a_family_of_rules_can_be_run() {
        ContractRun run = ContractRun.of(selectNestedClass(List.of(CONTRACT), AnchorRepositoryContract.Delete.class));

        assertThat(run.isSuccessful()).isTrue();
        assertThat(run.proved()).containsExactly(Rule.DEL_1, Rule.DEL_2, Rule.DEL_3);
    }

    @Test
    void a_family_that_is_left_out_of_the_contract_of_links_is_missed() {
        PostDiscoveryFilter filter =
                test -> FilterResult.includedIf(!test.getDisplayName().startsWith("LNK"));

        ContractRun run = ContractRun.of(selectClass(SmallRepositoryLinksContractTest.class), filter);

        assertThat(run.messages())
                .singleElement()
                .satisfies(message -> assertThat(message)
                        .contains("LNK-4 an unknown or deleted anchor is an AnchorNotFoundException")
                        .doesNotContain("DEL-1", "SNA-2"));
    }

    @ExtendWith({WithinATest.class, Disabling.Condition.class})
    static class Disabling extends SmallRepositoryContractTest {

        static final class Condition implements ExecutionCondition {
            @Override
            public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
                return context.getDisplayName().equals("FIN-1 find compares whole ids")
                        ? ConditionEvaluationResult.disabled("an example")
                        : ConditionEvaluationResult.enabled("not the example");
            }
        }
    }
}
