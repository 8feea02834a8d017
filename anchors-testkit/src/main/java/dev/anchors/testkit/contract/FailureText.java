package dev.anchors.testkit.contract;

import static java.util.stream.Collectors.joining;

import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The message of a failed test: the rule, what is wrong, what was done, and a hint; at most 4,000 characters. */
final class FailureText {

    static final int LIMIT = 4_000;
    static final int LINE = 500;

    /** Characters by which two texts differ that look the same: marks, controls, formats and half surrogate pairs. */
    private static final Pattern INVISIBLE = Pattern.compile("[\\p{M}\\p{Cc}\\p{Cf}\\p{Cs}]");

    private static final String LEFT_OUT = "\n... (the rest is left out)";

    private FailureText() {}

    /**
     * Returns the message.
     *
     * @param problem what was expected and what was observed
     * @param calls the last calls, a line for each; empty if {@code problem} shows them
     */
    static String of(Rule rule, String problem, String calls) {
        String end =
                (calls.isEmpty() ? "" : "\n\nWhat was done:\n" + calls.indent(2).stripTrailing()) + "\n\nHint: "
                        + Hints.of(rule, problem);
        String begin = rule.number() + " " + rule.sentence() + "\n\n";
        return begin + bounded(problem, LIMIT - begin.length() - end.length()) + end;
    }

    private static String bounded(String problem, int limit) {
        String lines = problem.lines().map(FailureText::line).collect(joining("\n"));
        return lines.length() <= limit ? lines : lines.substring(0, limit - LEFT_OUT.length()) + LEFT_OUT;
    }

    private static String line(String text) {
        String visible = INVISIBLE.matcher(text).replaceAll(FailureText::escaped);
        return visible.length() <= LINE ? visible : visible.substring(0, LINE) + "...";
    }

    private static String escaped(MatchResult character) {
        return Matcher.quoteReplacement(
                character.group().chars().mapToObj("\\u%04X"::formatted).collect(joining()));
    }
}
