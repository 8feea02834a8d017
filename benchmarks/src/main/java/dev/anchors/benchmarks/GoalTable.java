package dev.anchors.benchmarks;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** Prints the results that have a goal as a Markdown table. */
public final class GoalTable {

    private GoalTable() {}

    /** Reads results from the directory of the first argument. */
    public static void main(String[] arguments) {
        System.out.println("| | measured | baseline | ratio | at most |\n| --- | --- | --- | --- | --- |");
        Results.in(Path.of(arguments[0])).forEach(comparison -> System.out.println(row(comparison)));
    }

    private static String row(Comparison comparison) {
        String ratio = twoDecimals(comparison.ratio()) + (comparison.isMet() ? "" : " (missed)");
        List<String> cells = List.of(
                comparison.group(), comparison.name(), comparison.baseline(), ratio, twoDecimals(comparison.goal()));
        return "| " + String.join(" | ", cells) + " |";
    }

    private static String twoDecimals(double number) {
        return String.format(Locale.ROOT, "%.2f", number);
    }
}
