package dev.anchors.testkit.contract;

import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Enables a contract for {@link ContractRun} only, so that an IDE that finds the class does not run it. */
final class WithinATest implements ExecutionCondition {

    static final String PARAMETER = "anchors.within-a-test";

    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
        return context.getConfigurationParameter(PARAMETER)
                .map(ConditionEvaluationResult::enabled)
                .orElseGet(() -> ConditionEvaluationResult.disabled("only a test of the contract runs it"));
    }
}
