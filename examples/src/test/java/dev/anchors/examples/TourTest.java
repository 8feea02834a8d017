package dev.anchors.examples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.anchors.domain.Anchor;
import dev.anchors.domain.SeededAnchor;
import dev.anchors.inmemory.InMemoryAnchorRepository;
import dev.anchors.ports.Effect;
import dev.anchors.ports.Operation;
import dev.anchors.ports.ServiceFailedException;
import dev.anchors.testkit.FailingAnchorRepository;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.OptionalInt;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TourTest {

    private final FailingAnchorRepository anchors = FailingAnchorRepository.over(InMemoryAnchorRepository.create());
    private final Anchor somebodyElses = anchors.create(SeededAnchor.file("/diary.txt"));
    private final StringWriter told = new StringWriter();

    @AfterEach
    void close() {
        anchors.close();
    }

    @Test
    void tells_of_every_operation_in_order() {
        tour().run();

        assertThat(told.toString())
                .containsSubsequence(
                        "create:",
                        "DIRECTORY /anchors-tour/run-1/notes: anchor",
                        "FILE /anchors-tour/run-1/notes/todo.md: anchor",
                        "snapshot:",
                        "another spelling: 1",
                        "linked to the asset: 2, of all: 3",
                        "find:",
                        "FILE /anchors-tour/run-1/notes/todo.md: anchor",
                        "assets: 1",
                        "disassociate:",
                        "assets: 0",
                        "linked to the asset: 1",
                        "delete:",
                        "the file can be found: false",
                        "left of ours: 0, of all: 1");
    }

    @Test
    void leaves_other_anchors_alone_and_out_of_the_story() {
        tour().run();

        assertThat(anchors.snapshot()).containsExactly(somebodyElses);
        assertThat(told.toString()).doesNotContain("diary", somebodyElses.id().value());
    }

    @ParameterizedTest
    @EnumSource(names = {"SNAPSHOT", "FIND", "DISASSOCIATE"})
    void takes_away_what_it_made_when_a_step_fails(Operation broken) {
        anchors.on(broken).failBefore(failure(broken, Effect.NONE));

        ServiceFailedException failure = failureOfTheTour();

        assertThat(failure.operation()).isEqualTo(broken);
        assertThat(failure).hasNoSuppressedExceptions();
        assertThat(anchors.snapshot()).containsExactly(somebodyElses);
    }

    @Test
    void takes_away_what_was_made_although_create_failed() {
        anchors.on(Operation.CREATE).failAfter(failure(Operation.CREATE, Effect.UNKNOWN));

        ServiceFailedException failure = failureOfTheTour();

        assertThat(failure.operation()).isEqualTo(Operation.CREATE);
        assertThat(anchors.snapshot()).containsExactly(somebodyElses);
    }

    @Test
    void asks_for_nothing_more_when_nothing_was_made() {
        anchors.on(Operation.CREATE).failBefore(failure(Operation.CREATE, Effect.NONE));

        ServiceFailedException failure = failureOfTheTour();

        assertThat(failure).hasNoSuppressedExceptions();
        assertThat(told.toString()).doesNotContain("clean up");
    }

    @Test
    void is_content_when_a_delete_that_failed_was_carried_out() {
        anchors.on(Operation.DELETE).failAfter(failure(Operation.DELETE, Effect.UNKNOWN));

        ServiceFailedException failure = failureOfTheTour();

        assertThat(failure.operation()).isEqualTo(Operation.DELETE);
        assertThat(told.toString()).contains("which was done already");
        assertThat(anchors.snapshot()).containsExactly(somebodyElses);
    }

    @Test
    void names_what_it_could_not_take_away_and_reports_the_first_failure() {
        ServiceFailedException first = failure(Operation.DELETE, Effect.NONE);
        ServiceFailedException second = failure(Operation.DELETE, Effect.NONE);
        ServiceFailedException third = failure(Operation.DELETE, Effect.NONE);
        anchors.on(Operation.DELETE).failBefore(first);
        anchors.on(Operation.DELETE).failBefore(second);
        anchors.on(Operation.DELETE).failBefore(third);

        ServiceFailedException failure = failureOfTheTour();

        assertThat(failure).isSameAs(first);
        assertThat(failure.getSuppressed()).containsExactly(second, third);
        assertThat(anchors.snapshot()).hasSize(3);
        for (Anchor left : anchors.snapshot().asList().subList(1, 3)) {
            assertThat(told.toString())
                    .contains("could not delete anchor " + left.id().value());
        }
    }

    private Tour tour() {
        return new Tour(anchors, "run-1", new PrintWriter(told));
    }

    private ServiceFailedException failureOfTheTour() {
        return catchThrowableOfType(ServiceFailedException.class, () -> tour().run());
    }

    private static ServiceFailedException failure(Operation operation, Effect effect) {
        return new ServiceFailedException(operation, effect, OptionalInt.of(500), "", null);
    }
}
