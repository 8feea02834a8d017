package dev.anchors.testkit.contract;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Chooses the hint of a failure: the hint of the rule, unless the problem itself suggests a better one. */
final class Hints {

    /** A part of the message of {@link ConcurrentRun} if threads do not end. */
    static final String TIMED_OUT = "did not end within concurrencyTimeout()";

    /** A part of the message of the largest test if anchors are missing. */
    static final Pattern MISSING = Pattern.compile("the snapshot holds (\\d+) of (\\d+) anchors");

    /** What {@link dev.anchors.domain.Anchors#of} says of anchors with the same id. */
    private static final String SAME_ID = "two anchors have the id";

    private Hints() {}

    static String of(Rule rule, String problem) {
        if (problem.contains(TIMED_OUT) && rule != Rule.LIF_1) { // a close that waits has a hint of its own
            return "look for a lock that is not released and for locks that are taken in different orders; a repository that"
                    + " is only slow overrides concurrencyTimeout() or largestSize()";
        }
        if (problem.contains(SAME_ID)) {
            return "CRE-1 is broken: " + Rule.CRE_1.hint();
        }
        Matcher missing = MISSING.matcher(problem);
        if (missing.find() && isRound(Integer.parseInt(missing.group(1)))) {
            return "look for a limit of the number of anchors, such as the size of a page or of a table; a race loses fewer"
                    + " anchors, and not always the same number";
        }
        return rule.hint();
    }

    private static boolean isRound(int number) {
        return number % 100 == 0 || number % 100 == 99 || Integer.bitCount(number) == 1;
    }
}
