package dev.anchors.benchmarks;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The figures that have a goal, out of the files that the benchmarks wrote. Steps that did not run are left out. */
final class Results {

    private static final double GENERATED_CLIENT = 1 / 3.5;
    private static final double THROUGHPUT = 1 / 0.85;

    private final Path directory;
    private final List<Figure> figures = new ArrayList<>();

    private Results(Path directory) {
        this.directory = directory;
    }

    static List<Figure> in(Path directory) {
        Results results = new Results(directory);
        results.decode();
        results.loopback();
        results.small();
        results.start();
        results.heap();
        return List.copyOf(results.figures);
    }

    private void decode() {
        JsonNode decode = read("decode");
        if (decode == null) {
            return;
        }
        double anchors = score(decode, "decode", "");
        add("Decode", "time", "cheapest walk over the tokens", anchors / score(decode, "walkTokens", ""), 1.3);
        double generated = score(decode, "decodeByGeneratedClient", "");
        add("Decode", "time", "generated client", anchors / generated, GENERATED_CLIENT);
        double allocated = allocated(decode, "decode");
        add("Decode", "bytes allocated", "4,000 an anchor", allocated / 4_000, 1);
    }

    private void loopback() {
        JsonNode loopback = read("loopback");
        JsonNode first = read("first");
        for (String anchors : List.of("10000", "100000")) {
            String many = String.format(Locale.ROOT, "%,d anchors", Integer.valueOf(anchors));
            if (loopback != null) {
                double parts = score(loopback, "decode", anchors) + score(loopback, "bareExchange", anchors);
                double both = score(loopback, "snapshot", anchors);
                add("Loopback", "snapshot of " + many, "decode + bare exchange", both / parts, 1.3);
            }
            if (first != null) {
                double ratio = median(first, "firstAnchor", anchors) / median(first, "firstByte", anchors);
                add("Loopback", "first of " + many, "first byte of a bare exchange", ratio, 1.5);
            }
        }
    }

    private void small() {
        for (String call : List.of("create", "delete", "disassociate")) {
            JsonNode one = read("small-1");
            if (one != null) {
                double ratio = median(one, call, "") / median(one, call + "Bare", "");
                add("Small calls", call + ", 1 thread", "bare exchange", ratio, 1.15);
            }
            for (int threads : new int[] {8, 64}) {
                JsonNode many = read("small-" + threads);
                if (many != null) { // calls per second: the more, the less a call costs
                    double ratio = score(many, call + "Lean", "") / score(many, call, "");
                    add("Small calls", call + ", " + threads + " threads", "lean exchange", ratio, THROUGHPUT);
                }
            }
        }
    }

    private void start() {
        JsonNode start = read("start");
        if (start != null) {
            double ours = figure(start, "SnapshotProgram, milliseconds");
            double bare = figure(start, "BareProgram, milliseconds");
            add("Start", "JVM and first snapshot", "bare exchange", ours / bare, 1.15);
        }
    }

    private void heap() {
        JsonNode heap = read("heap");
        if (heap != null) {
            double retained = figure(heap, "bytes retained an anchor");
            add("Heap", "bytes retained", "1,150 an anchor", retained / 1_150, 1);
            double needed = figure(heap, "a snapshot fits into a heap of so many times what it retains");
            add("Heap", "snapshot of 100,000 anchors", "what it retains", needed, 1.2);
        }
    }

    private void add(String group, String name, String baseline, double ratio, double goal) {
        figures.add(new Figure(group, name, baseline, ratio, goal));
    }

    /** Returns what a step found; null if it did not run. */
    private JsonNode read(String name) {
        Path file = directory.resolve(name + ".json");
        return Files.exists(file) ? JsonMapper.shared().readTree(file) : null;
    }

    private static double score(JsonNode results, String benchmark, String anchors) {
        return figure(metric(results, benchmark, anchors), "score");
    }

    private static double median(JsonNode results, String benchmark, String anchors) {
        return figure(metric(results, benchmark, anchors).path("scorePercentiles"), "50.0");
    }

    private static double allocated(JsonNode results, String benchmark) {
        JsonNode metrics = run(results, benchmark, "").path("secondaryMetrics");
        return figure(metrics.path("gc.alloc.rate.norm"), "score");
    }

    private static JsonNode metric(JsonNode results, String benchmark, String anchors) {
        return run(results, benchmark, anchors).path("primaryMetric");
    }

    private static JsonNode run(JsonNode results, String benchmark, String anchors) {
        for (JsonNode run : results) {
            boolean isIt = run.path("benchmark").asString().endsWith("." + benchmark);
            if (isIt && run.path("params").path("anchors").asString("").equals(anchors)) {
                return run;
            }
        }
        throw new IllegalArgumentException("no result of " + benchmark + " " + anchors);
    }

    private static double figure(JsonNode node, String name) {
        return node.required(name).asDouble();
    }
}
