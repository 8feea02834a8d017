package dev.anchors.testkit.assertions;

import static dev.anchors.testkit.assertions.AnchorAssertions.assertThat;
import static dev.anchors.testkit.assertions.AnchorAssertions.assertThatExceptionOfType;

import dev.anchors.domain.AnchorId;
import dev.anchors.ports.AnchorNotFoundException;
import dev.anchors.ports.AnchorRepositoryException;
import dev.anchors.ports.ConnectionFailedException;
import dev.anchors.ports.Effect;
import dev.anchors.ports.Operation;
import org.junit.jupiter.api.Test;

class AnchorRepositoryExceptionAssertTest {

    private final AnchorRepositoryException lost =
            new ConnectionFailedException(Operation.CREATE, Effect.UNKNOWN, "the connection was lost", null);

    @Test
    void true_assertions_about_a_failure_pass() {
        assertThat(lost)
                .hasOperation(Operation.CREATE)
                .hasEffect(Effect.UNKNOWN)
                .hasMessageContaining("lost")
                .hasNoCause();
    }

    @Test
    void assertions_about_a_failure_accept_every_type_of_failure() {
        AnchorNotFoundException notFound = new AnchorNotFoundException(Operation.DELETE, new AnchorId("a-1"));

        assertThat(notFound).hasOperation(Operation.DELETE).hasEffect(Effect.NONE);
    }

    @Test
    void an_assertion_about_another_operation_fails_and_shows_the_message_of_the_failure() {
        assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(() -> assertThat(lost).hasOperation(Operation.FIND))
                .withMessage("Expected the operation of ConnectionFailedException to be FIND, but it was CREATE: "
                        + lost.getMessage());
    }

    @Test
    void an_assertion_about_another_effect_fails_and_shows_the_message_of_the_failure() {
        assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(() -> assertThat(lost).hasEffect(Effect.NONE))
                .withMessage("Expected the effect of ConnectionFailedException to be NONE, but it was UNKNOWN: "
                        + lost.getMessage());
    }

    @Test
    void an_assertion_about_a_failure_fails_for_null() {
        assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(() -> assertThat((AnchorRepositoryException) null).hasEffect(Effect.NONE))
                .withMessageContaining("not to be null");
    }
}
