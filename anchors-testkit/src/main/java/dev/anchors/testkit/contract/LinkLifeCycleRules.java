package dev.anchors.testkit.contract;

import static dev.anchors.testkit.assertions.AnchorAssertions.assertThat;
import static dev.anchors.testkit.assertions.AnchorAssertions.assertThatIllegalStateException;
import static dev.anchors.testkit.assertions.AnchorAssertions.assertThatNullPointerException;

import dev.anchors.domain.AnchorId;
import dev.anchors.domain.Anchors;
import dev.anchors.ports.AnchorLinks;
import dev.anchors.ports.AnchorRepositoryException;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The tests of ARG-1 and LIF-1 for links. */
abstract class LinkLifeCycleRules extends RulesWithLinks {

    LinkLifeCycleRules(AnchorLinksContract<?> contract) {
        super(contract);
    }

    @TestFactory
    @DisplayName("ARG-1 a null argument is refused with NullPointerException before anything happens")
    Stream<DynamicTest> arg_1_null_is_refused() {
        createWithLink("/notes", TAG);
        Anchors before = snapshot();
        return LinkCalls.withNull().entrySet().stream()
                .map(call -> DynamicTest.dynamicTest("ARG-1 " + call.getKey(), () -> {
                    assertThatNullPointerException()
                            .isThrownBy(() -> call.getValue().accept(links()));
                    assertThat(snapshot()).isEqualTo(before);
                }));
    }

    @TestFactory
    @DisplayName("LIF-1 after close every operation of links throws IllegalStateException")
    Stream<DynamicTest> lif_1_links_of_a_closed_repository_do_nothing() {
        AnchorLinks earlier = links();
        repository().close();
        return Stream.of(Map.entry("made before", earlier), Map.entry("made after close", links()))
                .flatMap(view -> LinkCalls.valid().entrySet().stream()
                        .map(call -> DynamicTest.dynamicTest(
                                "LIF-1 " + call.getKey() + " of links " + view.getKey(),
                                () -> assertThatIllegalStateException()
                                        .isThrownBy(() -> call.getValue().accept(view.getValue())))));
    }

    @Test
    @DisplayName("LIF-1 close does not wait for a link that is under way, which is made or fails as calls do")
    void lif_1_close_does_not_wait_for_a_link() throws Exception {
        needs(Ability.USES_GIVEN_CLOCK);
        AnchorId anchor = create("/notes").id();
        clockPausePoint().pause();

        List<Boolean> orderly = runConcurrently(
                2,
                thread -> thread == 0
                        ? () -> endsUnderWay(anchor)
                        : () -> {
                            boolean underWay = clockPausePoint().awaitArrival(concurrencyTimeout());
                            repository().close();
                            clockPausePoint().resume();
                            return underWay;
                        });

        assertThat(orderly)
                .as("whether the call that asked the clock ended as calls do, and whether it asked")
                .containsExactly(true, true);
    }

    private boolean endsUnderWay(AnchorId anchor) {
        try {
            links().associate(anchor, TAG);
        } catch (IllegalStateException refused) {
            return false;
        } catch (AnchorRepositoryException ended) {
            return ended.getMessage() != null;
        }
        return true;
    }
}
