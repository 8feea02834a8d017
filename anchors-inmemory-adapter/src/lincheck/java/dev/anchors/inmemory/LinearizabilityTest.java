package dev.anchors.inmemory;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.anchors.ports.AnchorRepository;
import org.jetbrains.lincheck.LincheckAssertionError;
import org.jetbrains.lincheck.datastructures.ModelCheckingOptions;
import org.jetbrains.lincheck.datastructures.Options;
import org.jetbrains.lincheck.datastructures.StressOptions;
import org.junit.jupiter.api.Test;

/** Asks Lincheck whether the results of threads that run at once could come from some one order (rule CON-2). */
class LinearizabilityTest {

    /** The repository as it is. */
    public static class Exact extends Operations {
        @Override
        AnchorRepository repository(AnchorFactory maker) {
            return InMemoryAnchorRepository.builder()
                    .clock(maker.clock())
                    .anchorIds(maker.anchorIds())
                    .pointIds(maker.pointIds())
                    .build();
        }
    }

    /** The repository without its lock. */
    public static class Racy extends Operations {
        @Override
        AnchorRepository repository(AnchorFactory maker) {
            return new RacyAnchorRepository(maker);
        }
    }

    @Test
    void con_2_holds_in_every_interleaving_that_a_model_checker_tries() {
        bounded(new ModelCheckingOptions().invocationsPerIteration(50)).check(Exact.class);
    }

    @Test
    void con_2_holds_under_stress() {
        bounded(new StressOptions().invocationsPerIteration(1_000)).check(Exact.class);
    }

    @Test
    void a_forgotten_lock_is_caught_by_the_model_checker() {
        assertCaught(bounded(new ModelCheckingOptions().invocationsPerIteration(300)));
    }

    @Test
    void a_forgotten_lock_is_caught_under_stress() {
        assertCaught(bounded(new StressOptions().invocationsPerIteration(5_000)));
    }

    private static void assertCaught(Options<?, ?> options) {
        assertThatExceptionOfType(LincheckAssertionError.class)
                .isThrownBy(() -> options.minimizeFailedScenario(false).check(Racy.class));
    }

    private static <O extends Options<O, ?>> O bounded(O options) {
        return options.iterations(10)
                .threads(2)
                .actorsBefore(2)
                .actorsPerThread(3)
                .actorsAfter(2);
    }
}
