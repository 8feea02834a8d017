package dev.anchors.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Draws the time to decode one anchor as an SVG file: this library beside other clients and the limit. The file has a light
 * and a dark colour scheme, each with its own background.
 */
public final class Chart {

    private static final int WIDTH = 860;
    private static final int LEFT = 330;
    private static final int RIGHT = 760;
    private static final int TOP = 44;
    private static final int ROW = 40;
    private static final int BAR = 22;

    private static final String STYLE = """
            <style>
              text { font: 14px system-ui, sans-serif; fill: #1f2328 }
              .title { font-size: 16px; font-weight: 600 }
              .end { text-anchor: end }
              .card { fill: #ffffff }
              .other { fill: #9aa4af }
              .ours { fill: #2f81b7 }
              @media (prefers-color-scheme: dark) {
                text { fill: #f0f6fc }
                .card { fill: #0d1117 }
                .other { fill: #59636e }
                .ours { fill: #4aa3df }
              }
            </style>
            """;

    private static final List<Bar> BARS = List.of(
            new Bar("limit: Jackson reads, nothing is kept", "readTokens", "other"),
            new Bar("this library", "decode", "ours"),
            new Bar("hand-written records, bound by Jackson", "decodeByHandWrittenBinding", "other"),
            new Bar("generated client", "decodeByGeneratedClient", "other"));

    private record Bar(String label, String benchmark, String style) {}

    private final StringBuilder svg = new StringBuilder();
    private final Map<String, Double> times;
    private final double longest;

    private Chart(Map<String, Double> times) {
        this.times = times;
        longest = times.values().stream().mapToDouble(time -> time).max().orElseThrow();
    }

    /** Reads results from the directory of the first argument, and writes the file of the second. */
    public static void main(String[] arguments) throws IOException {
        Map<String, Double> times = Results.decodeMicroseconds(
                Path.of(arguments[0]), BARS.stream().map(Bar::benchmark).toList());
        Files.writeString(Path.of(arguments[1]), new Chart(times).draw());
    }

    private String draw() {
        String title = "Microseconds to decode one anchor (shorter is better)";
        int height = TOP + ROW * BARS.size() + 8;
        line("<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 " + WIDTH + " " + height + "' role='img'>");
        line("<title>" + title + "</title>");
        svg.append(STYLE);
        line("<rect class='card' width='100%' height='100%'/>");
        text("title", 16, 28, title);
        for (int row = 0; row < BARS.size(); row++) {
            draw(BARS.get(row), TOP + ROW * row);
        }
        return svg.append("</svg>\n").toString();
    }

    private void draw(Bar bar, int top) {
        double time = times.get(bar.benchmark());
        int width = (int) Math.round(time / longest * (RIGHT - LEFT));
        int y = top + (ROW - BAR) / 2;
        int base = top + ROW / 2 + 5;
        text("end", LEFT - 12, base, bar.label());
        line("<rect class='" + bar.style() + "' x='" + LEFT + "' y='" + y + "' width='" + width + "' height='" + BAR
                + "' rx='3'/>");
        text("", LEFT + width + 10, base, String.format(Locale.ROOT, "%.1f", time));
    }

    private void text(String style, int x, int y, String text) {
        line("<text class='" + style + "' x='" + x + "' y='" + y + "'>" + text + "</text>");
    }

    private void line(String text) {
        svg.append(text).append('\n');
    }
}
