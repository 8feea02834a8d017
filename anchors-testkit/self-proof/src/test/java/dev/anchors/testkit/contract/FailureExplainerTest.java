package dev.anchors.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import dev.anchors.ports.ServiceFailedException;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.opentest4j.AssertionFailedError;

/** The messages that the author of an adapter reads when a rule is broken. */
class FailureExplainerTest {

    @Test
    void a_failure_shows_the_rule_the_difference_the_calls_and_a_hint() {
        String message = failure("CRE-5 returns an existing anchor of the same path", Rule.CRE_5)
                .getMessage();

        assertThat(message)
                .startsWith("CRE-5 creating from the same seed twice creates two anchors\n\n")
                .containsSubsequence(
                        "Expected size: 2 but was: 1",
                        "\nWhat was done:\n",
                        "  create(SeededAnchor[type=FILE, fullpath=/notes",
                        ") returned anchor-1\n",
                        "  create(",
                        ") returned anchor-1\n",
                        "  snapshot() returned 1 anchors\n",
                        "\nHint: do not require that paths");
    }

    @Test
    void a_failure_has_the_expected_and_the_actual_value() {
        assertThat(failure("CRE-2 loses the type", Rule.CRE_2))
                .isInstanceOfSatisfying(AssertionFailedError.class, failure -> {
                    assertThat(failure.getExpected().getStringRepresentation()).isEqualTo("DIRECTORY");
                    assertThat(failure.getActual().getStringRepresentation()).isEqualTo("FILE");
                    assertThat(failure.getStackTrace()[0].getClassName()).doesNotContain("Explainer");
                });
    }

    @Test
    void the_exception_of_a_repository_is_the_cause_of_the_failure() {
        assertThat(failure("SNA-1 fails if there are no anchors", Rule.SNA_1))
                .hasMessageStartingWith("SNA-1 the snapshot of a repository without anchors is empty\n")
                .hasMessageContainingAll(
                        ServiceFailedException.class.getName(),
                        "  snapshot(INCLUDED) threw " + ServiceFailedException.class.getName())
                .hasCauseInstanceOf(ServiceFailedException.class);
    }

    @Test
    void a_failure_of_a_dynamic_or_parameterized_test_shows_the_rule() {
        assertThat(failure("CRE-2 does not normalize the path", Rule.CRE_2)).hasMessageStartingWith("CRE-2 ");
        assertThat(failure("ARG-1 ignores a null id in delete", Rule.ARG_1))
                .hasMessageStartingWith("ARG-1 a null argument is refused")
                .hasMessageContaining("delete(null)");
    }

    @Test
    void a_failure_shows_a_call_that_has_not_ended() {
        assertThat(failure("LIF-1 waits at close for deletes under way by a semaphore", Rule.LIF_1))
                .hasMessageContaining("a thread of 2 did not end within concurrencyTimeout(), which is PT4S")
                .hasMessageContaining("let close() set a flag")
                .hasMessageContaining(") has not ended\n")
                .hasMessageContaining("close() has not ended\n");
    }

    @Test
    void a_failure_shows_where_a_call_waits_for_a_lock_without_end() {
        assertThat(failure("LIF-1 waits at close for calls under way", Rule.LIF_1))
                .hasMessageContaining(
                        "a call waits for a lock that another call holds, which waits for that call's end: "
                                + "in dev.anchors.testkit.contract.LifeCycleMutants")
                .hasMessageContaining("let close() set a flag and take no lock that a running call holds");
        assertThat(failure("LIF-1 waits at close for open streams", Rule.LIF_1))
                .hasMessageContaining("a call waits for a lock");
    }

    @Test
    void a_failure_shows_the_last_calls_if_there_are_very_many() {
        assertThat(failure("CON-1 stores at most 9,999 anchors", Rule.CON_1))
                .hasMessageContaining("  (earlier calls are left out)\n")
                .hasMessageContaining("snapshot() returned 9999 anchors");
    }

    @Test
    void the_hint_names_a_limit_if_the_number_of_anchors_is_round() {
        assertThat(failure("CON-1 shows only the first thousand anchors", Rule.CON_1))
                .hasMessageContaining("the snapshot holds 1000 of 10000 anchors")
                .hasMessageContaining("Hint: look for a limit of the number of anchors");
    }

    @Test
    void a_message_has_at_most_four_thousand_characters_and_keeps_the_hint() {
        String text = FailureText.of(Rule.CRE_1, ("x".repeat(900) + "\n").repeat(100), "a call\nanother call");

        assertThat(text)
                .hasSizeLessThanOrEqualTo(4_000)
                .contains("x...\n", "\n... (the rest is left out)\n", "\n  another call\n")
                .endsWith("Hint: " + Rule.CRE_1.hint());
    }

    @Test
    void the_failure_of_a_test_that_an_author_adds_is_not_changed() {
        assertThat(ContractRun.of(selectClass(WithMore.class)).messages()).containsExactly("mine");
    }

    private static Throwable failure(String mutant, Rule rule) {
        return ContractRun.of(Mutant.all()
                        .filter(it -> it.toString().equals(mutant))
                        .findFirst()
                        .orElseThrow())
                .thrown()
                .stream()
                .filter(failure -> failure.getMessage().startsWith(rule.number()))
                .findFirst()
                .orElseThrow();
    }

    @ExtendWith(WithinATest.class)
    static class WithMore extends SmallRepositoryContractTest {
        @Nested
        class More {
            @Test
            void fails() {
                fail("mine");
            }
        }
    }
}
