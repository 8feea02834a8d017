package dev.anchors.testkit.contract;

import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Enables a contract that is the subject of a test for {@link ContractRun} alone, and not for an IDE that finds it. */
final class WithinATest implements ExecutionCondition {

    static final String PARAMETER = "anchors.within-a-test";

    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
        return context.getConfigurationParameter(PARAMETER)
                .map(ConditionEvaluationResult::enabled)
                .orElseGet(() -> ConditionEvaluationResult.disabled("only a test of the contract runs it"));
    }
}
