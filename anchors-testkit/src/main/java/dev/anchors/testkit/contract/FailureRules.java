package dev.anchors.testkit.contract;

import static dev.anchors.testkit.assertions.AnchorAssertions.assertThat;
import static dev.anchors.testkit.assertions.AnchorAssertions.assertThatNoException;
import static dev.anchors.testkit.assertions.AnchorAssertions.catchThrowable;

import dev.anchors.domain.AnchorId;
import dev.anchors.domain.Anchors;
import dev.anchors.ports.AnchorNotFoundException;
import dev.anchors.ports.AnchorRepositoryException;
import dev.anchors.ports.Effect;
import dev.anchors.ports.Operation;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** The tests of failures that each port has; a subclass has the calls of one port. */
abstract class FailureRules extends InterruptRules {

    FailureRules(RepositoryContract contract) {
        super(contract);
    }

    @Test
    @DisplayName("FAI-1 every failure is an AnchorRepositoryException whose message is one line")
    void fai_1_every_failure_is_an_anchor_repository_exception() {
        for (Runnable call : failingCalls().values()) {
            assertThat(catchThrowable(call::run))
                    .isInstanceOf(AnchorRepositoryException.class)
                    .message()
                    .isNotBlank()
                    .doesNotContain("\n");
        }
    }

    @Test
    @DisplayName("FAI-2 a failed call with effect NONE changed nothing")
    void fai_2_no_effect_means_nothing_changed() {
        createLinked("/notes", ASSET);
        Anchors before = snapshot();
        clock().advance(Duration.ofSeconds(90));

        for (Runnable call : failingCalls().values()) {
            AnchorRepositoryException failure = (AnchorRepositoryException) catchThrowable(call::run);
            assertThat(failure).isNotNull();
            if (can(Ability.NOT_FOUND_IS_CERTAIN)) {
                assertThat(failure.effect()).isEqualTo(Effect.NONE);
            }
            assertThat(snapshot()).isEqualTo(before);
        }
    }

    @Test
    @DisplayName(
            "FAI-1 when the service is disconnected, every operation throws an AnchorRepositoryException, and close does not fail")
    void fai_1_a_disconnected_service() throws Exception {
        AnchorId anchor = createLinked("/notes/personal", ASSET).id();
        disconnectService();

        callsOf(anchor)
                .forEach((operation, call) -> assertThat(catchThrowable(call::run))
                        .as("what %s threw", operation)
                        .isInstanceOf(AnchorRepositoryException.class)
                        .isNotInstanceOf(AnchorNotFoundException.class)
                        .hasMessageNotContaining("personal"));
        assertThatNoException().isThrownBy(() -> repository().close());
    }

    @Test
    @DisplayName("FAI-3 when the service is disconnected, a failure names the operation, and a read has no effect")
    void fai_3_a_failure_names_the_operation() throws Exception {
        AnchorId anchor = createLinked("/notes", ASSET).id();
        disconnectService();

        callsOf(anchor).forEach((operation, call) -> {
            Throwable thrown = catchThrowable(call::run);
            assertThat(thrown).as("what %s threw", operation).isInstanceOf(AnchorRepositoryException.class);
            AnchorRepositoryException failure = (AnchorRepositoryException) thrown;
            assertThat(failure.operation())
                    .as("the operation of the failure of %s", operation)
                    .isIn(operation == Operation.STREAM ? List.of(operation, Operation.SNAPSHOT) : List.of(operation));
            if (!operation.isChanging()) {
                assertThat(failure.effect())
                        .as("the effect of the failure of %s", operation)
                        .isEqualTo(Effect.NONE);
            }
        });
    }

    @Test
    @DisplayName("FAI-3 the failure of a call on an unknown anchor names the operation")
    void fai_3_a_failure_of_an_unknown_anchor_names_the_operation() {
        failingCalls().forEach((operation, call) -> assertNotFound(operation, UNKNOWN, call::run));
    }

    /** Returns the calls that fail with every repository, since there is no anchor {@link #UNKNOWN}. */
    abstract Map<Operation, Runnable> failingCalls();
}
