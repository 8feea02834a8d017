package dev.anchors.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import dev.anchors.ports.ServiceFailedException;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.opentest4j.AssertionFailedError;

/** What an implementer reads when a rule is broken. */
class FailureExplainerTest {

    @Test
    void a_failure_tells_the_rule_what_was_expected_what_was_done_and_a_hint() {
        String message =
                failure("CRE-5 finds the anchor of the same path", Rule.CRE_5).getMessage();

        assertThat(message)
                .startsWith("CRE-5 the same seed twice makes two anchors\n\n")
                .containsSubsequence(
                        "Expected size: 2 but was: 1",
                        "\nWhat was done:\n",
                        "  create(SeededAnchor[type=FILE, fullpath=/notes",
                        ") gave anchor-1\n",
                        "  create(",
                        ") gave anchor-1\n",
                        "  snapshot() gave 1 anchors\n",
                        "\nHint: nothing is unique but ids");
    }

    @Test
    void what_was_expected_and_what_there_was_can_still_be_compared() {
        assertThat(failure("CRE-2 forgets the type", Rule.CRE_2))
                .isInstanceOfSatisfying(AssertionFailedError.class, failure -> {
                    assertThat(failure.getExpected().getStringRepresentation()).isEqualTo("DIRECTORY");
                    assertThat(failure.getActual().getStringRepresentation()).isEqualTo("FILE");
                    assertThat(failure.getStackTrace()[0].getClassName()).doesNotContain("Explainer");
                });
    }

    @Test
    void what_a_repository_threw_is_the_cause() {
        assertThat(failure("SNA-1 fails where there is nothing", Rule.SNA_1))
                .hasMessageStartingWith("SNA-1 where there is nothing, the snapshot is empty\n")
                .hasMessageContainingAll(
                        ServiceFailedException.class.getName(),
                        "  snapshot(INCLUDED) threw " + ServiceFailedException.class.getName())
                .hasCauseInstanceOf(ServiceFailedException.class);
    }

    @Test
    void one_of_many_tests_of_a_rule_tells_it_as_well() {
        assertThat(failure("CRE-2 keeps the path as it was seeded", Rule.CRE_2)).hasMessageStartingWith("CRE-2 ");
        assertThat(failure("ARG-1 deletes nothing for null", Rule.ARG_1))
                .hasMessageStartingWith("ARG-1 null is refused")
                .hasMessageContaining("delete(null)");
    }

    @Test
    void a_call_that_hangs_is_told_as_well() {
        assertThat(failure("LIF-1 waits at close for calls under way", Rule.LIF_1))
                .hasMessageContaining("a thread of 2 did not end within concurrencyTimeout(), which is PT4S")
                .hasMessageContaining("overrides concurrencyTimeout()")
                .hasMessageContaining(") has not ended\n")
                .hasMessageContaining("close() has not ended\n");
    }

    @Test
    void of_very_many_calls_the_last_are_told() {
        assertThat(failure("CON-1 has room for 9,999 anchors", Rule.CON_1))
                .hasMessageContaining("  (what was before is left out)\n")
                .hasMessageContaining("snapshot() gave 9999 anchors");
    }

    @Test
    void missing_anchors_above_a_round_number_are_explained_by_a_limit() {
        assertThat(failure("CON-1 shows the first thousand anchors", Rule.CON_1))
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
    void a_test_that_an_author_adds_fails_in_its_own_words() {
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
