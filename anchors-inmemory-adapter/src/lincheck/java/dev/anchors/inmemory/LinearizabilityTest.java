package dev.anchors.inmemory;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.jetbrains.lincheck.datastructures.ManagedStrategyGuaranteeKt.forClasses;

import org.jetbrains.lincheck.LincheckAssertionError;
import org.jetbrains.lincheck.datastructures.ModelCheckingOptions;
import org.jetbrains.lincheck.datastructures.Options;
import org.jetbrains.lincheck.datastructures.StressOptions;
import org.junit.jupiter.api.Test;

/** Checks with Lincheck that concurrent calls have the results of some sequential order (rule CON-2). */
class LinearizabilityTest {

    /** Operations of the real repository. */
    public static class RealOperations extends Operations {
        public RealOperations() {
            super(
                    factory -> InMemoryAnchorRepository.builder()
                            .clock(factory.clock())
                            .anchorIds(factory.anchorIds())
                            .pointIds(factory.pointIds())
                            .build(),
                    InMemoryAnchorRepository::links);
        }
    }

    /** Operations of a repository without a lock. */
    public static class RacyOperations extends Operations {
        public RacyOperations() {
            super(RacyAnchorRepository::new, repository -> repository);
        }
    }

    @Test
    void the_repository_is_linearizable_in_every_interleaving_that_the_model_checker_tries() {
        bounded(modelChecking().invocationsPerIteration(50)).check(RealOperations.class);
    }

    @Test
    void the_repository_is_linearizable_under_stress() {
        bounded(new StressOptions().invocationsPerIteration(1_000)).check(RealOperations.class);
    }

    @Test
    void the_model_checker_detects_a_missing_lock() {
        assertDetectsMissingLock(bounded(modelChecking().invocationsPerIteration(300)));
    }

    @Test
    void the_stress_test_detects_a_missing_lock() {
        assertDetectsMissingLock(bounded(new StressOptions().invocationsPerIteration(5_000)));
    }

    /** Passes over the composition of messages, whose loop over characters the model checker takes for a spinning thread. */
    private static ModelCheckingOptions modelChecking() {
        return new ModelCheckingOptions()
                .addGuarantee(forClasses("dev.anchors.ports.FailureMessage")
                        .allMethods()
                        .ignore());
    }

    private static void assertDetectsMissingLock(Options<?, ?> options) {
        assertThatExceptionOfType(LincheckAssertionError.class)
                .isThrownBy(() -> options.minimizeFailedScenario(false).check(RacyOperations.class));
    }

    private static <O extends Options<O, ?>> O bounded(O options) {
        return options.iterations(10)
                .threads(2)
                .actorsBefore(2)
                .actorsPerThread(3)
                .actorsAfter(2);
    }
}
