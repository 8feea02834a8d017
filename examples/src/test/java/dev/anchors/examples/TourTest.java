package dev.anchors.examples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.anchors.domain.Anchor;
import dev.anchors.domain.SeededAnchor;
import dev.anchors.inmemory.InMemoryAnchorRepository;
import dev.anchors.ports.AnchorRepository;
import dev.anchors.ports.Effect;
import dev.anchors.ports.Operation;
import dev.anchors.ports.ServiceFailedException;
import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TourTest {

    private final AnchorRepository anchors = InMemoryAnchorRepository.create();
    private final Anchor somebodyElses = anchors.create(SeededAnchor.file("/diary.txt"));
    private final StringWriter told = new StringWriter();

    @AfterEach
    void close() {
        anchors.close();
    }

    @Test
    void tells_of_every_operation_in_order() {
        tour(anchors).run();

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
        tour(anchors).run();

        assertThat(anchors.snapshot()).containsExactly(somebodyElses);
        assertThat(told.toString()).doesNotContain("diary", somebodyElses.id().value());
    }

    @ParameterizedTest
    @EnumSource(names = {"SNAPSHOT", "FIND", "DISASSOCIATE"})
    void takes_away_what_it_made_when_a_step_fails(Operation broken) {
        ServiceFailedException failure = failureOf(new FaultyRepository(anchors, broken, Effect.NONE));

        assertThat(failure.operation()).isEqualTo(broken);
        assertThat(failure).hasNoSuppressedExceptions();
        assertThat(anchors.snapshot()).containsExactly(somebodyElses);
    }

    @Test
    void takes_away_what_was_made_although_create_failed() {
        ServiceFailedException failure = failureOf(new FaultyRepository(anchors, Operation.CREATE, Effect.UNKNOWN));

        assertThat(failure.operation()).isEqualTo(Operation.CREATE);
        assertThat(anchors.snapshot()).containsExactly(somebodyElses);
    }

    @Test
    void asks_for_nothing_more_when_nothing_was_made() {
        ServiceFailedException failure = failureOf(new FaultyRepository(anchors, Operation.CREATE, Effect.NONE));

        assertThat(failure).hasNoSuppressedExceptions();
        assertThat(told.toString()).doesNotContain("clean up");
    }

    @Test
    void is_content_when_a_delete_that_failed_was_carried_out() {
        ServiceFailedException failure = failureOf(new FaultyRepository(anchors, Operation.DELETE, Effect.UNKNOWN));

        assertThat(failure.operation()).isEqualTo(Operation.DELETE);
        assertThat(told.toString()).contains("which was done already");
        assertThat(anchors.snapshot()).containsExactly(somebodyElses);
    }

    @Test
    void names_what_it_could_not_take_away_and_reports_the_first_failure() {
        ServiceFailedException failure = failureOf(new FaultyRepository(anchors, Operation.DELETE, Effect.NONE));

        assertThat(failure.getSuppressed()).hasSize(2).hasOnlyElementsOfType(ServiceFailedException.class);
        assertThat(anchors.snapshot()).hasSize(3);
        for (Anchor left : anchors.snapshot().asList().subList(1, 3)) {
            assertThat(told.toString())
                    .contains("could not delete anchor " + left.id().value());
        }
    }

    private Tour tour(AnchorRepository repository) {
        return new Tour(repository, "run-1", new PrintWriter(told));
    }

    private ServiceFailedException failureOf(AnchorRepository repository) {
        return catchThrowableOfType(
                ServiceFailedException.class, () -> tour(repository).run());
    }
}
