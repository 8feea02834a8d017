package dev.anchors.testkit.contract;

import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toCollection;

import java.lang.reflect.Method;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeTestExecutionCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.platform.commons.annotation.Testable;
import org.junit.platform.commons.support.AnnotationSupport;
import org.junit.platform.commons.support.HierarchyTraversalMode;
import org.junit.platform.commons.support.ReflectionSupport;
import org.opentest4j.TestAbortedException;

/**
 * Fails the contract if the whole class is run and some tests are missing, because a nested class was not discovered, or
 * because tests were filtered out or disabled.
 *
 * <p>JUnit does not tell an extension which tests were selected. So the contract has one test outside of the nested
 * classes, {@link RepositoryContract#a_run_of_the_whole_contract_leaves_no_test_out}. If that test is run, the whole
 * class was selected, and each of its tests must have begun. If it is not run, a test, a family of rules or the tests that
 * failed last were selected, and this check does nothing.
 *
 * <p>If that test alone is run, no rule is tested, and the class is reported as aborted. Tools that run each test by itself
 * do so, and Surefire does so with {@code -Dtest=MyContractTest#*}, which leaves out all nested classes.
 */
final class CompletenessCheck implements BeforeAllCallback, BeforeTestExecutionCallback, AfterAllCallback {

    private static final Namespace NAMESPACE = Namespace.create(CompletenessCheck.class);

    /** The tests that began. Thread-safe, because tests may run in parallel. */
    private static final class Begun {
        private final Set<Method> tests = ConcurrentHashMap.newKeySet();
    }

    @Override
    public void beforeAll(ExtensionContext context) {
        if (isContract(context)) {
            context.getStore(NAMESPACE).put(Begun.class, new Begun());
        }
    }

    @Override
    public void beforeTestExecution(ExtensionContext context) {
        begun(context).add(context.getRequiredTestMethod());
    }

    @Override
    public void afterAll(ExtensionContext context) {
        if (!isContract(context) || begun(context).stream().noneMatch(CompletenessCheck::isMarker)) {
            return;
        }
        if (begun(context).stream().allMatch(CompletenessCheck::isMarker)) {
            throw new TestAbortedException("no rule was tested, so nothing is certified: run the whole class");
        }
        Set<Method> all = tests(context.getRequiredTestClass()).collect(toCollection(LinkedHashSet::new));
        Set<Method> missing = new LinkedHashSet<>(all);
        missing.removeAll(begun(context));
        if (!missing.isEmpty()) {
            throw new AssertionError("""
                    %d of %d tests of the contract were not run, so it certifies nothing:
                    %s
                    Hint: look for what leaves tests out: @Disabled, a condition, an extension, tags or a filter of the build.\
                    """.formatted(missing.size(), all.size(), names(missing)));
        }
    }

    /** Returns the tests of the families of rules of a contract, without those that a subclass of an author adds. */
    static Stream<Method> tests(Class<?> contract) {
        return ReflectionSupport.findNestedClasses(contract, Rules.class::isAssignableFrom).stream()
                .sorted(Comparator.comparing(Class::getName))
                .flatMap(CompletenessCheck::testsOf);
    }

    /** Returns the tests of a family of rules, as JUnit finds them. */
    private static Stream<Method> testsOf(Class<?> family) {
        return AnnotationSupport.findAnnotatedMethods(family, Testable.class, HierarchyTraversalMode.TOP_DOWN).stream();
    }

    static String nameOf(Method test) {
        DisplayName name = test.getAnnotation(DisplayName.class);
        return name == null ? test.getName() : name.value();
    }

    private static String names(Set<Method> tests) {
        return tests.stream().map(test -> "  " + nameOf(test)).sorted().collect(joining("\n"));
    }

    private static boolean isMarker(Method test) {
        return test.getDeclaringClass() == RepositoryContract.class;
    }

    private static boolean isContract(ExtensionContext context) {
        return RepositoryContract.class.isAssignableFrom(context.getRequiredTestClass());
    }

    /** Returns the tests that began in the contract of a test: JUnit looks in the store of the enclosing class, too. */
    private static Set<Method> begun(ExtensionContext context) {
        return context.getStore(NAMESPACE).get(Begun.class, Begun.class).tests;
    }
}
