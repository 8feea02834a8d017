package dev.anchors.recipes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.anchors.domain.Anchor;
import dev.anchors.domain.SeededAnchor;
import dev.anchors.inmemory.InMemoryAnchorRepository;
import dev.anchors.ports.AnchorRepositoryException;
import dev.anchors.ports.ConnectionFailedException;
import dev.anchors.ports.Effect;
import dev.anchors.ports.Operation;
import dev.anchors.ports.TimedOutException;
import dev.anchors.testkit.FailingAnchorRepository;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ManyChangesTest {

    private final FailingAnchorRepository anchors = FailingAnchorRepository.over(InMemoryAnchorRepository.create());
    private final List<SeededAnchor> seeds = IntStream.range(0, 50)
            .mapToObj(number -> SeededAnchor.file("/home/ada/" + number))
            .toList();

    @Test
    void the_anchors_that_failed_are_created_by_a_second_attempt() throws Exception {
        anchors.on(Operation.CREATE)
                .times(2)
                .failBefore(new ConnectionFailedException(Operation.CREATE, Effect.NONE, "connection refused", null));
        anchors.on(Operation.CREATE)
                .failAfter(new TimedOutException(Operation.CREATE, Effect.UNKNOWN, Duration.ofSeconds(5), null));

        Map<SeededAnchor, AnchorRepositoryException> failures = ManyChanges.forEach(seeds, anchors::create);
        assertThat(failures).hasSize(3);
        assertThat(anchors.snapshot()).hasSize(48);

        failures = ManyChanges.forEach(failures.keySet(), anchors::findOrCreate);
        assertThat(failures).isEmpty();
        assertThat(anchors.snapshot()).hasSize(50);
    }

    @Test
    void anchors_are_deleted() throws Exception {
        seeds.forEach(anchors::create);

        assertThat(ManyChanges.forEach(
                        anchors.snapshot().stream().map(Anchor::id).toList(), anchors::delete))
                .isEmpty();
        assertThat(anchors.snapshot()).isEmpty();
    }

    @Test
    void a_mistake_of_the_program_reaches_the_caller() {
        assertThatExceptionOfType(ExecutionException.class)
                .isThrownBy(() -> ManyChanges.forEach(seeds, seed -> {
                    throw new IllegalArgumentException("a mistake");
                }));
    }
}
