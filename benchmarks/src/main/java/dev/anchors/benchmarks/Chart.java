package dev.anchors.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/**
 * Draws the comparisons as an SVG file and prints them as a Markdown table. The file has a light and a dark colour
 * scheme, each with its own background.
 */
public final class Chart {

    private static final int WIDTH = 960;
    private static final int LEFT = 500;
    private static final int RIGHT = 900;
    private static final int ROW = 26;
    private static final int BAR = 14;
    private static final int TOP = 64;
    private static final double LARGEST = 1.6;

    private static final String STYLE = """
            <style>
              text { font: 13px system-ui, sans-serif; fill: #1f2328 }
              .title { font-size: 15px; font-weight: 600 }
              .secondary { fill: #59636e }
              .end { text-anchor: end }
              .middle { text-anchor: middle }
              .card { fill: #ffffff }
              .met { fill: #2f81b7 }
              .missed { fill: #c4432b }
              .baseline { stroke: #59636e }
              .goal { stroke: #1f2328; stroke-width: 2 }
              @media (prefers-color-scheme: dark) {
                text { fill: #f0f6fc }
                .secondary { fill: #9198a1 }
                .card { fill: #0d1117 }
                .met { fill: #4aa3df }
                .missed { fill: #f0705a }
                .baseline { stroke: #9198a1 }
                .goal { stroke: #f0f6fc }
              }
            </style>
            """;

    private final StringBuilder svg = new StringBuilder();
    private final List<Comparison> comparisons;

    private Chart(List<Comparison> comparisons) {
        this.comparisons = comparisons;
    }

    /** Reads results from the directory of the first argument, and writes the file of the second. */
    public static void main(String[] arguments) throws IOException {
        List<Comparison> comparisons = Results.in(Path.of(arguments[0]));
        Files.writeString(Path.of(arguments[1]), new Chart(comparisons).draw());
        System.out.print(table(comparisons));
    }

    private static String table(List<Comparison> comparisons) {
        StringBuilder table = new StringBuilder();
        table.append("| | measured | baseline | ratio | at most |\n| --- | --- | --- | --- | --- |\n");
        for (Comparison comparison : comparisons) {
            String ratio = twoDecimals(comparison.ratio()) + (comparison.isMet() ? "" : " (missed)");
            List<String> cells = List.of(
                    comparison.group(),
                    comparison.name(),
                    comparison.baseline(),
                    ratio,
                    twoDecimals(comparison.goal()));
            table.append("| ").append(String.join(" | ", cells)).append(" |\n");
        }
        return table.toString();
    }

    private String draw() {
        int bottom = TOP + ROW * comparisons.size();
        line("<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 " + WIDTH + " " + (bottom + 16) + "' role='img'>");
        line("<title>Cost relative to a baseline</title>");
        svg.append(STYLE);
        line("<rect class='card' width='100%' height='100%'/>");
        text("title", 16, 26, "Cost relative to a baseline: lower is better, the short line marks the goal");
        text("secondary middle", x(1), TOP - 10, "baseline");
        line("<path class='baseline' d='M" + x(1) + " " + (TOP - 4) + "V" + bottom + "'/>");
        for (int row = 0; row < comparisons.size(); row++) {
            draw(comparisons.get(row), TOP + ROW * row);
        }
        return svg.append("</svg>\n").toString();
    }

    private void draw(Comparison comparison, int top) {
        int base = top + ROW / 2 + 5;
        text("", 16, base, comparison.group() + ": " + comparison.name());
        text("secondary end", LEFT - 10, base, comparison.baseline());
        String style = comparison.isMet() ? "met" : "missed";
        int y = top + (ROW - BAR) / 2;
        int width = x(comparison.ratio()) - LEFT;
        line("<rect class='" + style + "' x='" + LEFT + "' y='" + y + "' width='" + width + "' height='" + BAR
                + "' rx='2'/>");
        line("<path class='goal' d='M" + x(comparison.goal()) + " " + (top + 3) + "v" + (ROW - 6) + "'/>");
        text("end", WIDTH - 12, base, twoDecimals(comparison.ratio()));
    }

    private void text(String style, int x, int y, String text) {
        line("<text class='" + style + "' x='" + x + "' y='" + y + "'>" + text + "</text>");
    }

    private void line(String text) {
        svg.append(text).append('\n');
    }

    private static int x(double ratio) {
        return LEFT + (int) Math.round(Math.min(ratio, LARGEST) / LARGEST * (RIGHT - LEFT));
    }

    private static String twoDecimals(double number) {
        return String.format(Locale.ROOT, "%.2f", number);
    }
}
