package dev.anchors.examples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.anchors.domain.Anchor;
import dev.anchors.domain.AnchorId;
import dev.anchors.domain.SeededAnchor;
import dev.anchors.inmemory.InMemoryAnchorRepository;
import dev.anchors.ports.Effect;
import dev.anchors.ports.Operation;
import dev.anchors.ports.RequestRefusedException;
import dev.anchors.ports.ServiceFailedException;
import dev.anchors.testkit.FailingAnchorRepository;
import dev.anchors.testkit.RecordedCall;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.OptionalInt;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TourTest {

    private final InMemoryAnchorRepository store = InMemoryAnchorRepository.create();
    private final FailingAnchorRepository anchors = FailingAnchorRepository.over(store);
    private final Anchor unrelatedAnchor = anchors.create(SeededAnchor.file("/diary.txt"));
    private final StringWriter output = new StringWriter();

    @AfterEach
    void close() {
        anchors.close();
    }

    @Test
    void a_tour_prints_every_call_and_its_result_in_order() {
        tour().run();

        assertThat(output.toString())
                .containsSubsequence(
                        "create:",
                        "> anchors.create(",
                        "DIRECTORY .../notes: anchor",
                        "> anchors.create(",
                        "FILE .../notes/todo.md: anchor",
                        "> anchors.snapshot()",
                        "> snapshot.atPath(",
                        "anchors at this equivalent path: 1",
                        "> snapshot.linkedTo(",
                        "anchors linked to the asset: 2 of 3",
                        "> anchors.find(",
                        "FILE .../notes/todo.md: anchor",
                        "number of assets: 1",
                        "> anchors.links().associate(",
                        "conversations of the file: 1",
                        "> anchors.links().disassociate(",
                        "conversations of the file: 0",
                        "> anchors.disassociate(",
                        "number of assets: 0",
                        "anchors linked to the asset: 1 of 3",
                        "> anchors.delete(",
                        "the file exists: false",
                        "> anchors.delete(",
                        "anchors of the tour: 0 of 1");
    }

    @Test
    void a_tour_prints_the_first_eight_characters_of_an_id() {
        tour().run();

        AnchorId directory = (AnchorId) anchors.calls().stream()
                .filter(call -> call.operation() == Operation.DELETE)
                .map(call -> call.arguments().get(0))
                .toList()
                .get(1);
        assertThat(output.toString())
                .contains("DIRECTORY .../notes: anchor " + directory.value().substring(0, 8) + ",")
                .doesNotContain(directory.value());
    }

    @Test
    void a_tour_neither_changes_nor_prints_other_anchors() {
        tour().run();

        assertThat(anchors.snapshot()).containsExactly(unrelatedAnchor);
        assertThat(output.toString())
                .doesNotContain("diary", unrelatedAnchor.id().value());
    }

    @ParameterizedTest
    @EnumSource(names = {"SNAPSHOT", "FIND", "ASSOCIATE", "DISASSOCIATE"})
    void a_tour_deletes_its_anchors_when_an_operation_fails(Operation failing) {
        anchors.on(failing).failBefore(failure(failing, Effect.NONE));

        ServiceFailedException failure = failureOfTheTour();

        assertThat(failure.operation()).isEqualTo(failing);
        assertThat(failure).hasNoSuppressedExceptions();
        assertThat(anchors.snapshot()).containsExactly(unrelatedAnchor);
    }

    @Test
    void a_tour_of_a_service_that_refuses_links_to_conversations_goes_on() {
        RequestRefusedException refusal =
                new RequestRefusedException(Operation.ASSOCIATE, OptionalInt.of(404), "", null);
        anchors.on(Operation.ASSOCIATE).failBefore(refusal);

        tour().run();

        assertThat(output.toString())
                .containsSubsequence("associate:", refusal.getMessage(), "disassociate:", "anchors of the tour: 0 of 1")
                .doesNotContain("conversations of the file");
    }

    @Test
    void a_tour_deletes_an_anchor_whose_create_failed_after_it_took_effect() {
        anchors.on(Operation.CREATE).failAfter(failure(Operation.CREATE, Effect.UNKNOWN));

        ServiceFailedException failure = failureOfTheTour();

        assertThat(failure.operation()).isEqualTo(Operation.CREATE);
        assertThat(anchors.snapshot()).containsExactly(unrelatedAnchor);
    }

    @Test
    void a_tour_calls_nothing_else_when_create_failed_without_effect() {
        anchors.on(Operation.CREATE).failBefore(failure(Operation.CREATE, Effect.NONE));

        ServiceFailedException failure = failureOfTheTour();

        assertThat(failure).hasNoSuppressedExceptions();
        assertThat(anchors.calls().subList(1, anchors.calls().size()))
                .extracting(RecordedCall::operation)
                .containsExactly(Operation.CREATE);
    }

    @Test
    void a_tour_reports_a_delete_that_failed_after_it_took_effect_as_done() {
        anchors.on(Operation.DELETE).failAfter(failure(Operation.DELETE, Effect.UNKNOWN));

        ServiceFailedException failure = failureOfTheTour();

        assertThat(failure.operation()).isEqualTo(Operation.DELETE);
        assertThat(output.toString()).contains("the anchor was deleted before");
        assertThat(anchors.snapshot()).containsExactly(unrelatedAnchor);
    }

    @Test
    void a_tour_prints_the_anchors_that_it_cannot_delete_and_throws_the_first_failure() {
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
        for (Anchor remaining : anchors.snapshot().asList().subList(1, 3)) {
            assertThat(output.toString())
                    .contains("delete anchor " + remaining.id().value() + ": failed; please do this by hand");
        }
    }

    private Tour tour() {
        return new Tour(anchors, "run-1", new PrintWriter(output));
    }

    private ServiceFailedException failureOfTheTour() {
        return catchThrowableOfType(ServiceFailedException.class, () -> tour().run());
    }

    private static ServiceFailedException failure(Operation operation, Effect effect) {
        return new ServiceFailedException(operation, effect, OptionalInt.of(500), "", null);
    }
}
