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
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** FAI-1 to FAI-3 for every operation; {@link InterruptRules} has FAI-4. */
abstract class FailureRules extends InterruptRules {

    FailureRules(RepositoryContract contract) {
        super(contract);
    }

    @Test
    @DisplayName("FAI-1 every failure is an AnchorRepositoryException whose message is one line")
    void fai_1_every_failure_is_an_anchor_repository_exception() {
        for (Call<?> call : changes(UNKNOWN)) {
            assertThat(catchThrowable(() -> call.use(ports())))
                    .as("what %s threw", call)
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

        for (Call<?> call : changes(UNKNOWN)) {
            Throwable failure = catchThrowable(() -> call.use(ports()));
            assertThat(failure).as("what %s threw", call).isInstanceOf(AnchorRepositoryException.class);
            if (can(Ability.NOT_FOUND_IS_CERTAIN)) {
                assertThat(((AnchorRepositoryException) failure).effect()).isEqualTo(Effect.NONE);
            }
            assertThat(snapshot()).isEqualTo(before);
        }
    }

    @Test
    @DisplayName(
            "FAI-1 when the service is disconnected, every operation throws an AnchorRepositoryException, and close does not fail")
    void fai_1_a_disconnected_service() throws Exception {
        AnchorId anchor = createLinked("/notes/" + PRIVATE, ASSET).id();
        disconnectService();

        for (Call<?> call : samples(anchor)) {
            assertThat(catchThrowable(() -> call.use(ports())))
                    .as("what %s threw", call)
                    .isInstanceOf(AnchorRepositoryException.class)
                    .isNotInstanceOf(AnchorNotFoundException.class)
                    .hasMessageNotContaining(PRIVATE);
        }
        assertThatNoException().isThrownBy(() -> repository().close());
    }

    @Test
    @DisplayName("FAI-3 when the service is disconnected, a failure names the operation, and a read has no effect")
    void fai_3_a_failure_names_the_operation() throws Exception {
        AnchorId anchor = createLinked("/notes", ASSET).id();
        disconnectService();

        for (Call<?> call : samples(anchor)) {
            Operation operation = call.operation().operation();
            Throwable thrown = catchThrowable(() -> call.use(ports()));
            assertThat(thrown).as("what %s threw", call).isInstanceOf(AnchorRepositoryException.class);
            AnchorRepositoryException failure = (AnchorRepositoryException) thrown;
            assertNames(failure, call.operation().named());
            if (!operation.isChanging()) {
                assertThat(failure.effect())
                        .as("the effect of the failure of %s", call)
                        .isEqualTo(Effect.NONE);
            }
        }
    }

    @Test
    @DisplayName("FAI-3 the failure of a call on an unknown anchor names the operation")
    void fai_3_a_failure_of_an_unknown_anchor_names_the_operation() {
        changes(UNKNOWN)
                .forEach(call -> assertNotFound(call.operation().operation(), UNKNOWN, () -> call.use(ports())));
    }
}
