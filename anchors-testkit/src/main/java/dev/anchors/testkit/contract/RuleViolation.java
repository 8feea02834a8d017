package dev.anchors.testkit.contract;

import static dev.anchors.testkit.assertions.AnchorAssertions.assertThat;

import dev.anchors.domain.Anchor;
import dev.anchors.domain.Anchors;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reports that a repository broke a rule in a history. The message says what was observed. */
final class RuleViolation extends AssertionError {

    private static final long serialVersionUID = 1L;

    private final Rule rule;

    RuleViolation(Rule rule, String message, @Nullable Throwable cause) {
        super(message, cause);
        this.rule = rule;
    }

    /** Throws a violation of a rule unless a condition is true. */
    @SuppressWarnings("AnnotateFormatMethod") // the annotation would be a dependency
    static void check(Rule rule, boolean condition, String message, Object... arguments) {
        if (!condition) {
            throw new RuleViolation(rule, message.formatted(arguments), null);
        }
    }

    /**
     * Throws a violation of a rule, whose message shows the differences, unless two values are equal.
     *
     * @param observed describes {@code actual}
     */
    static void checkEqual(Rule rule, String observed, @Nullable Object actual, @Nullable Object expected) {
        if (actual == null ? expected != null : !actual.equals(expected)) {
            try {
                if (actual instanceof Anchor anchor) {
                    assertThat(anchor).isEqualTo(expected);
                } else {
                    assertThat(actual).isEqualTo(expected);
                }
            } catch (AssertionError difference) {
                throw new RuleViolation(
                        rule,
                        observed + ":\n"
                                + String.valueOf(difference.getMessage()).strip(),
                        null);
            }
        }
    }

    /**
     * Throws a violation of a rule, whose message shows the differences, unless both lists have equal anchors in the same
     * order.
     */
    static void checkSame(Rule rule, String observed, List<Anchor> actual, List<Anchor> expected) {
        if (!actual.equals(expected)) {
            check(rule, hasUniqueIds(actual), "%s: two anchors have the same id", observed);
            try {
                assertThat(Anchors.of(actual)).isEqualTo(Anchors.of(expected));
            } catch (AssertionError difference) {
                throw new RuleViolation(
                        rule,
                        observed + ":\n"
                                + String.valueOf(difference.getMessage()).strip(),
                        null);
            }
        }
    }

    private static boolean hasUniqueIds(Collection<Anchor> anchors) {
        return anchors.stream().map(Anchor::id).distinct().count() == anchors.size();
    }

    Rule rule() {
        return rule;
    }
}
