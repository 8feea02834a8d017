package dev.anchors.benchmarks;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads comparisons from the files that the benchmarks wrote. Steps and sizes that did not run are left out. */
final class Results {

    private static final double GENERATED_CLIENT_GOAL = 1 / 3.0;
    private static final double CREATE_GOAL = 1 / 0.88;
    private static final double CHANGE_GOAL = 1.12;
    private static final double CHANGES_GOAL = 1 / 0.97;
    private static final double START_GOAL = 1.05;

    private final Path directory;
    private final List<Comparison> comparisons = new ArrayList<>();

    private Results(Path directory) {
        this.directory = directory;
    }

    static List<Comparison> in(Path directory) {
        Results results = new Results(directory);
        results.decode();
        results.loopback();
        results.small();
        results.start();
        results.heap();
        return List.copyOf(results.comparisons);
    }

    /** Returns the microseconds that the named benchmarks took to decode one anchor. */
    static Map<String, Double> decodeMicroseconds(Path directory, List<String> benchmarks) {
        Results results = new Results(directory);
        JsonNode decode = results.read("decode");
        if (decode == null) {
            throw new IllegalArgumentException("there are no results of the step decode in " + directory);
        }
        return benchmarks.stream()
                .collect(Collectors.toMap(Function.identity(), benchmark -> score(decode, benchmark, "") / 1_000));
    }

    private void decode() {
        JsonNode decode = read("decode");
        if (decode == null) {
            return;
        }
        double anchors = score(decode, "decode", "");
        add("Decode", "time", "fastest pass over the tokens", anchors / score(decode, "readTokens", ""), 1.65);
        double generated = score(decode, "decodeByGeneratedClient", "");
        add("Decode", "time", "generated client", anchors / generated, GENERATED_CLIENT_GOAL);
        double allocated = allocated(decode, "decode");
        add("Decode", "bytes allocated", "11,000 per anchor", allocated / 11_000, 1);
        double one = score(decode, "decodeOne", "") / score(decode, "readTokensOfOne", "");
        add("Decode", "time of a document of one anchor", "its tokens", one, 1.5);
    }

    private void loopback() {
        JsonNode loopback = read("loopback");
        JsonNode first = read("first");
        for (String anchors : List.of("10000", "100000")) {
            String many = String.format(Locale.ROOT, "%,d anchors", Integer.valueOf(anchors));
            if (hasSize(loopback, anchors)) {
                double parts = score(loopback, "decode", anchors) + score(loopback, "exchange", anchors);
                double both = score(loopback, "snapshot", anchors);
                add("Loopback", "snapshot of " + many, "decode + default client", both / parts, 1.3);
            }
            if (hasSize(first, anchors)) {
                double ratio = median(first, "firstAnchor", anchors) / median(first, "firstByte", anchors);
                add("Loopback", "first of " + many, "first byte, default client", ratio, 1.5);
            }
        }
    }

    private static boolean hasSize(JsonNode results, String anchors) {
        return results != null && results.findValuesAsString("anchors").contains(anchors);
    }

    private void small() {
        for (String call : List.of("create", "delete", "disassociate")) {
            JsonNode one = read("small-1");
            if (one != null) {
                double ratio = median(one, call, "") / median(one, call + "ByMinimalClient", "");
                add("Small calls", call + ", 1 thread", "minimal client", ratio, goal(call, CHANGE_GOAL));
            }
            for (int threads : new int[] {8, 64}) {
                JsonNode many = read("small-" + threads);
                if (many != null) { // in calls per second, so the cost is the reciprocal
                    double ratio = score(many, call + "ByMinimalClient", "") / score(many, call, "");
                    add(
                            "Small calls",
                            call + ", " + threads + " threads",
                            "minimal client",
                            ratio,
                            goal(call, CHANGES_GOAL));
                }
            }
        }
    }

    private static double goal(String call, double goalOfChanges) {
        return call.equals("create") ? CREATE_GOAL : goalOfChanges;
    }

    private void start() {
        JsonNode start = read("start");
        if (start != null) {
            double snapshot = number(start, "SnapshotProgram, milliseconds");
            double baseline = number(start, "MinimalClientProgram, milliseconds");
            add("Start", "JVM and first snapshot", "minimal client", snapshot / baseline, START_GOAL);
        }
    }

    private void heap() {
        JsonNode heap = read("heap");
        if (heap != null) {
            double retained = number(heap, "bytes retained per anchor");
            add("Heap", "bytes retained", "1,200 per anchor", retained / 1_200, 1);
            double needed = number(heap, "heap for a snapshot, relative to its retained bytes");
            add("Heap", "snapshot of 100,000 anchors", "its retained bytes", needed, 1.2);
        }
    }

    private void add(String group, String name, String baseline, double ratio, double goal) {
        comparisons.add(new Comparison(group, name, baseline, ratio, goal));
    }

    /** Returns the results of a step; null if the step did not run. */
    private JsonNode read(String name) {
        Path file = directory.resolve(name + ".json");
        return Files.exists(file) ? JsonMapper.shared().readTree(file) : null;
    }

    private static double score(JsonNode results, String benchmark, String anchors) {
        return number(metric(results, benchmark, anchors), "score");
    }

    private static double median(JsonNode results, String benchmark, String anchors) {
        return number(metric(results, benchmark, anchors).path("scorePercentiles"), "50.0");
    }

    private static double allocated(JsonNode results, String benchmark) {
        JsonNode metrics = run(results, benchmark, "").path("secondaryMetrics");
        return number(metrics.path("gc.alloc.rate.norm"), "score");
    }

    private static JsonNode metric(JsonNode results, String benchmark, String anchors) {
        return run(results, benchmark, anchors).path("primaryMetric");
    }

    private static JsonNode run(JsonNode results, String benchmark, String anchors) {
        for (JsonNode run : results) {
            boolean matches = run.path("benchmark").asString().endsWith("." + benchmark);
            if (matches && run.path("params").path("anchors").asString("").equals(anchors)) {
                return run;
            }
        }
        throw new IllegalArgumentException(
                "the results contain no benchmark " + benchmark + " with anchors='" + anchors + "'");
    }

    private static double number(JsonNode node, String name) {
        return node.required(name).asDouble();
    }
}
