package dev.anchors.testkit.contract;

import static dev.anchors.testkit.assertions.AnchorAssertions.assertThat;

import dev.anchors.domain.Anchor;
import dev.anchors.domain.Anchors;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A rule that a repository broke in a history, with what was observed. */
final class RuleViolation extends AssertionError {

    private static final long serialVersionUID = 1L;

    private final Rule rule;

    RuleViolation(Rule rule, String message, @Nullable Throwable cause) {
        super(message, cause);
        this.rule = rule;
    }

    /** Fails unless a condition holds. */
    @SuppressWarnings("AnnotateFormatMethod") // the annotation would be a dependency
    static void check(Rule rule, boolean condition, String message, Object... arguments) {
        if (!condition) {
            throw new RuleViolation(rule, message.formatted(arguments), null);
        }
    }

    /**
     * Fails, with what differs, unless two values are equal.
     *
     * @param observed what {@code actual} is
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

    /** Fails, with what differs, unless both lists hold equal anchors in the same order. */
    static void checkSame(Rule rule, String observed, List<Anchor> actual, List<Anchor> expected) {
        if (!actual.equals(expected)) {
            check(rule, hasUniqueIds(actual), "%s: an id is there more than once", observed);
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
