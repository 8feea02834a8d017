package dev.anchors.testkit.contract;

import dev.anchors.ports.AnchorRepository;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** The contract of the repository that a configuration parameter names; Surefire passes over it by its name. */
@ExtendWith(MutantContract.Subjects.class)
class MutantContract extends AnchorRepositoryContract {

    static final String MUTANT = "anchors.mutant";

    private final Mutant mutant;
    private @Nullable AnchorRepository repository;

    MutantContract(Mutant mutant) {
        this.mutant = mutant;
    }

    @Override
    protected AnchorRepository newRepository(InstantSource clock) {
        repository = mutant.repositories().apply(clock);
        return repository;
    }

    @Override
    protected void disconnectService() {
        ((SmallRepository) Objects.requireNonNull(repository)).disconnectService();
    }

    /** Longer than any gate holds a thread up; only a mutant that waits for ever overruns it. */
    @Override
    protected Duration concurrencyTimeout() {
        return Duration.ofSeconds(4);
    }

    /** The number of histories limits a run, so that what a run catches does not depend on the load of the machine. */
    @Override
    protected Duration historyBudget() {
        return Duration.ofHours(1);
    }

    /** So few that a run takes less than a second, and always the same, so that the table of mutants stays the same. */
    @Override
    int mostHistories() {
        return 40;
    }

    /** A mistake that needs more anchors says so. */
    @Override
    protected int largestSize() {
        return mutant.mistake().contains("thousand") ? LARGEST_SIZE : 300;
    }

    @Override
    Duration shrinkBudget() {
        return Duration.ofMillis(50);
    }

    static final class Subjects implements ParameterResolver, ExecutionCondition {

        /** So that an IDE that runs whatever it sees does not run it with no mutant. */
        @Override
        public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
            return context.getConfigurationParameter(MUTANT)
                    .map(ConditionEvaluationResult::enabled)
                    .orElseGet(() -> ConditionEvaluationResult.disabled("only ContractSelfProofTest runs it"));
        }

        @Override
        public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
            return parameter.getParameter().getType() == Mutant.class;
        }

        @Override
        public Mutant resolveParameter(ParameterContext parameter, ExtensionContext context) {
            String name = context.getConfigurationParameter(MUTANT).orElseThrow();
            return Mutant.all()
                    .filter(mutant -> mutant.toString().equals(name))
                    .findFirst()
                    .orElseThrow();
        }
    }
}
