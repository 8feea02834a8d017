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

/** Both static imports of {@code assertThat} stand above on purpose: beside AssertJ's own, ours stays unambiguous. */
class AnchorAssertionsTest {

    @Test
    void one_import_serves_anchors_and_everything_else() {
        assertThat(Samples.minimalAnchor()).isUnnamed();
        assertThat(Samples.minimalSeed()).isUnnamed();
        assertThat(Anchors.empty()).hasIds();
        assertThat(List.of(1, 2)).containsExactly(1, 2);
        assertThat("text").startsWith("t");
        assertThat(Optional.of(Samples.fullAnchor())).contains(Samples.fullAnchor());
        assertThatNullPointerException().isThrownBy(() -> new AnchorId(null));
    }

    @Test
    void a_failure_that_was_caught_is_spoken_of_in_the_same_way() {
        AnchorNotFoundException caught = catchThrowableOfType(AnchorNotFoundException.class, () -> {
            throw new AnchorNotFoundException(Operation.DELETE, new AnchorId("a-1"));
        });

        assertThat(caught).isFor(Operation.DELETE).hasMessageContaining("a-1");
    }
}
