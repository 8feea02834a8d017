package dev.anchors.testkit.contract;

import static java.util.Comparator.comparing;
import static java.util.Comparator.comparingInt;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.ClassDescriptor;
import org.junit.jupiter.api.ClassOrderer;
import org.junit.jupiter.api.ClassOrdererContext;
import org.junit.jupiter.api.MethodDescriptor;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.MethodOrdererContext;

/**
 * Runs the tests of a contract in the order of the rules, so that the first failure names the rule that is broken: the rules
 * of one operation first, then the rules of every operation, and at last the tests of many calls, which fail for any reason.
 */
final class RuleOrder implements ClassOrderer, MethodOrderer {

    private static final List<String> LAST = List.of("ARG", "LIF", "FAI", "CON", "histories");

    RuleOrder() {}

    @Override
    public void orderClasses(ClassOrdererContext context) {
        context.getClassDescriptors()
                .sort(comparingInt((ClassDescriptor family) -> LAST.indexOf(first(family.getDisplayName())))
                        .thenComparingInt(family -> position(first(family.getDisplayName()))));
    }

    @Override
    public void orderMethods(MethodOrdererContext context) {
        context.getMethodDescriptors().sort(comparing(MethodDescriptor::getDisplayName));
    }

    private static String first(String displayName) {
        return displayName.split(" ", 2)[0];
    }

    /** Returns the position of the first rule of a family. */
    private static int position(String family) {
        return Arrays.stream(Rule.values())
                .filter(rule -> rule.family().equals(family))
                .mapToInt(Rule::ordinal)
                .findFirst()
                .orElse(Integer.MAX_VALUE);
    }
}
