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
 * Has a failed test of the contract say what an implementer needs: the rule and its sentence, what was expected and what
 * there was, what was done, and a hint. The tests themselves say only what they expect.
 */
final class FailureExplainer implements InvocationInterceptor {

    @Override
    public void interceptTestMethod(
            Invocation<Void> test, ReflectiveInvocationContext<Method> method, ExtensionContext context)
            throws Throwable {
        explained(test, context);
    }

    @Override
    public void interceptTestTemplateMethod(
            Invocation<Void> test, ReflectiveInvocationContext<Method> method, ExtensionContext context)
            throws Throwable {
        explained(test, context);
    }

    @Override
    public <T> T interceptTestFactoryMethod(
            Invocation<T> factory, ReflectiveInvocationContext<Method> method, ExtensionContext context)
            throws Throwable {
        return explained(factory, context);
    }

    @Override
    public void interceptDynamicTest(
            Invocation<Void> test, DynamicTestInvocationContext dynamic, ExtensionContext context) throws Throwable {
        explained(test, context);
    }

    private static <T> T explained(Invocation<T> test, ExtensionContext context) throws Throwable {
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

    /** By the name of the test or, where it is one of many, by the name of them all. */
    static Optional<Rule> ruleOf(ExtensionContext test) {
        return Rule.provedBy(test.getDisplayName()).or(() -> test.getParent().flatMap(FailureExplainer::ruleOf));
    }

    private static AssertionFailedError explained(Throwable failure, Rule rule, ExtensionContext test) {
        boolean assertion = failure instanceof AssertionError;
        String problem =
                String.valueOf(assertion ? failure.getMessage() : failure).strip();
        String text = FailureText.of(rule, problem, calls(test));
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

    /** A dynamic test has no instance: its factory has. */
    private static String calls(ExtensionContext test) {
        return test.getTestInstances()
                .flatMap(instances -> instances.findInstance(AnchorRepositoryContract.class))
                .map(contract -> contract.calls().toString())
                .or(() -> test.getParent().map(FailureExplainer::calls))
                .orElse("");
    }
}
