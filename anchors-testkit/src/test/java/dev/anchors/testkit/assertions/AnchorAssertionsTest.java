package dev.anchors.testkit.assertions;

import static dev.anchors.testkit.assertions.AnchorAssertions.assertThat;
import static dev.anchors.testkit.assertions.AnchorAssertions.assertThatNullPointerException;
import static dev.anchors.testkit.assertions.AnchorAssertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.assertThat;

import dev.anchors.domain.AnchorId;
import dev.anchors.domain.Anchors;
import dev.anchors.ports.AnchorNotFoundException;
import dev.anchors.ports.Operation;
import dev.anchors.testkit.Samples;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Imports {@code assertThat} of AssertJ, too: calls stay unambiguous with both static imports. */
class AnchorAssertionsTest {

    @Test
    void one_static_import_is_enough_for_anchors_and_other_values() {
        assertThat(Samples.minimalAnchor()).isUnnamed();
        assertThat(Samples.minimalSeed()).isUnnamed();
        assertThat(Anchors.empty()).hasIds();
        assertThat(List.of(1, 2)).containsExactly(1, 2);
        assertThat("text").startsWith("t");
        assertThat(Optional.of(Samples.fullAnchor())).contains(Samples.fullAnchor());
        assertThatNullPointerException().isThrownBy(() -> new AnchorId(null));
    }

    @Test
    void a_caught_failure_can_be_asserted_on() {
        AnchorNotFoundException caught = catchThrowableOfType(AnchorNotFoundException.class, () -> {
            throw new AnchorNotFoundException(Operation.DELETE, new AnchorId("a-1"));
        });

        assertThat(caught).hasOperation(Operation.DELETE).hasMessageContaining("a-1");
    }
}
