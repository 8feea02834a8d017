package dev.anchors.testkit.contract;

import static java.util.stream.Collectors.joining;

/** The message of a failed test: the rule, what is wrong, what was done, and a hint; at most 4,000 characters. */
final class FailureText {

    static final int LIMIT = 4_000;
    static final int LINE = 500;

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
        return text.length() <= LINE ? text : text.substring(0, LINE) + "...";
    }
}
