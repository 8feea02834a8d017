package dev.anchors.testkit.contract;

import dev.anchors.ports.AnchorRepository;
import dev.anchors.ports.FullAnchorRepository;
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

/** The contract of the mutant that a configuration parameter names. Surefire skips this class because of its name. */
@ExtendWith(MutantContract.Subjects.class)
class MutantContract extends FullAnchorRepositoryContract {

    static final String MUTANT = "anchors.mutant";

    private final Mutant mutant;
    private @Nullable SmallRepository repository;

    MutantContract(Mutant mutant) {
        this.mutant = mutant;
    }

    @Override
    protected FullAnchorRepository newRepository(InstantSource clock) {
        repository = (SmallRepository) mutant.repositories().apply(clock);
        return repository;
    }

    @Override
    protected void disconnectService() {
        Objects.requireNonNull(repository).disconnectService();
    }

    @Override
    protected FullAnchorRepository reopen(AnchorRepository closed) {
        return ((SmallRepository) closed).reopen();
    }

    /** Longer than any gate delays a thread. Only a mutant that waits for ever takes longer. */
    @Override
    protected Duration concurrencyTimeout() {
        return Duration.ofSeconds(4);
    }

    /** Races are seldom: most mutants of CON are caught by far fewer. */
    @Override
    int programs() {
        return 2_000;
    }

    /** A mutant that needs more anchors has a number of thousands in its name. */
    @Override
    protected int largestSize() {
        return mutant.mistake().matches(".*(thousand|,\\d{3}).*") ? LARGEST_SIZE : 300;
    }

    @Override
    int shrinkingAttempts() {
        return 5;
    }

    static final class Subjects implements ParameterResolver, ExecutionCondition {

        /** Disables this class in an IDE that runs all classes, where there is no mutant. */
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
