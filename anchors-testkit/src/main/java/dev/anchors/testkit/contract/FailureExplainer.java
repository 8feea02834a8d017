package dev.anchors.testkit.contract;

import java.lang.reflect.Method;
import java.util.Optional;
import org.junit.jupiter.api.extension.DynamicTestInvocationContext;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.InvocationInterceptor;
import org.junit.jupiter.api.extension.ReflectiveInvocationContext;
import org.opentest4j.AssertionFailedError;
import org.opentest4j.TestAbortedException;

/**
 * Adds to the failure of a test of the contract what the author of an adapter needs: the rule, the last calls and a hint.
 */
final class FailureExplainer implements InvocationInterceptor {

    @Override
    public void interceptTestMethod(
            Invocation<Void> test, ReflectiveInvocationContext<Method> method, ExtensionContext context)
            throws Throwable {
        explainFailure(test, context);
    }

    @Override
    public void interceptTestTemplateMethod(
            Invocation<Void> test, ReflectiveInvocationContext<Method> method, ExtensionContext context)
            throws Throwable {
        explainFailure(test, context);
    }

    @Override
    public <T> T interceptTestFactoryMethod(
            Invocation<T> factory, ReflectiveInvocationContext<Method> method, ExtensionContext context)
            throws Throwable {
        return explainFailure(factory, context);
    }

    @Override
    public void interceptDynamicTest(
            Invocation<Void> test, DynamicTestInvocationContext dynamic, ExtensionContext context) throws Throwable {
        explainFailure(test, context);
    }

    /** Runs a test and throws its failure with an explanation. */
    private static <T> T explainFailure(Invocation<T> test, ExtensionContext context) throws Throwable {
        try {
            return test.proceed();
        } catch (TestAbortedException aborted) {
            throw aborted;
        } catch (Exception | AssertionError failure) {
            Optional<Rule> rule =
                    failure instanceof RuleViolation violation ? Optional.of(violation.rule()) : ruleOf(context);
            throw rule.isPresent() ? explained(failure, rule.get(), context) : failure;
        }
    }

    /** Returns the rule that the display name of the test, or of an enclosing container, begins with. */
    static Optional<Rule> ruleOf(ExtensionContext test) {
        return Rule.provedBy(test.getDisplayName()).or(() -> test.getParent().flatMap(FailureExplainer::ruleOf));
    }

    private static AssertionFailedError explained(Throwable failure, Rule rule, ExtensionContext test) {
        boolean assertion = failure instanceof AssertionError;
        String problem =
                String.valueOf(assertion ? failure.getMessage() : failure).strip();
        String text = FailureText.of(rule, problem, failure instanceof RuleViolation ? "" : calls(test));
        Throwable cause = assertion ? failure.getCause() : failure;
        AssertionFailedError explained = failure instanceof AssertionFailedError values && areShort(values)
                ? new AssertionFailedError(text, values.getExpected(), values.getActual(), cause)
                : new AssertionFailedError(text, cause);
        explained.setStackTrace(failure.getStackTrace());
        for (Throwable suppressed : failure.getSuppressed()) {
            explained.addSuppressed(suppressed);
        }
        return explained;
    }

    /** Returns whether a tool can show both values without hiding the message. */
    private static boolean areShort(AssertionFailedError values) {
        return values.isExpectedDefined()
                && values.getExpected().getStringRepresentation().length() <= FailureText.LINE
                && values.getActual().getStringRepresentation().length() <= FailureText.LINE;
    }

    /** Returns the last calls. A dynamic test has no instance, so the instance is that of its factory. */
    private static String calls(ExtensionContext test) {
        return test.getTestInstances()
                .flatMap(instances -> instances.findInstance(RepositoryContract.class))
                .map(contract -> contract.calls().toString())
                .or(() -> test.getParent().map(FailureExplainer::calls))
                .orElse("");
    }
}
