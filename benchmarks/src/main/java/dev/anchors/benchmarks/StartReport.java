package dev.anchors.benchmarks;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Reports the time from the start of a JVM to the end of its first snapshot of 100 anchors. The baselines are programs
 * that get the same response by the default and the minimal client. The programs run in turns, so that other load of
 * the machine affects all of them. The class path of each contains the jars of the adapter only.
 *
 * <p>Run: {@code java -cp benchmarks/target/benchmarks.jar dev.anchors.benchmarks.StartReport}
 */
public final class StartReport {

    private static final int ANCHORS = 100;
    private static final int WARM_UPS = 3;
    private static final int ROUNDS = Integer.getInteger("rounds", 40);

    private static final Path TARGET = Path.of("benchmarks", "target");

    private static final List<Class<?>> PROGRAMS =
            List.of(SnapshotProgram.class, DefaultClientProgram.class, MinimalClientProgram.class);

    private final String url;
    private final Jvm jvm;

    private StartReport(String url) throws IOException {
        this.url = url;
        jvm = Jvm.withClassPath(classPath());
    }

    /** Prints the report. */
    public static void main(String[] arguments) throws Exception {
        try (ServiceProcess service = ServiceProcess.with(ANCHORS)) {
            Report report = new StartReport(service.baseUrl().toString()).measure();
            report.write(arguments);
        }
    }

    private Report measure() throws Exception {
        Map<Class<?>, List<Double>> times = new LinkedHashMap<>();
        for (int round = -WARM_UPS; round < ROUNDS; round++) {
            for (Class<?> program : PROGRAMS) {
                double time = milliseconds(program);
                if (round >= 0) {
                    times.computeIfAbsent(program, first -> new ArrayList<>()).add(time);
                }
            }
        }
        Report report = new Report();
        for (Class<?> program : PROGRAMS) {
            report.add(program.getSimpleName() + ", milliseconds", median(times.get(program)));
            report.add(program.getSimpleName() + ", classes", loadedClasses(program));
        }
        return report;
    }

    private double milliseconds(Class<?> program) throws Exception {
        long start = System.nanoTime();
        Process process = jvm.start(program.getName(), url);
        awaitLine(process, program);
        long end = System.nanoTime();
        process.waitFor();
        return (end - start) / 1e6;
    }

    private long loadedClasses(Class<?> program) throws Exception {
        Path log = Files.createTempFile("classes", ".log");
        try {
            Process process = jvm.option("-Xlog:class+load:file=" + log).start(program.getName(), url);
            awaitLine(process, program);
            process.waitFor();
            try (Stream<String> classes = Files.lines(log)) {
                return classes.filter(line -> line.contains(" source: ")).count();
            }
        } finally {
            Files.delete(log);
        }
    }

    private static void awaitLine(Process process, Class<?> program) throws IOException {
        if (new BufferedReader(new InputStreamReader(process.getInputStream(), UTF_8)).readLine() == null) {
            throw new IllegalStateException(
                    program.getSimpleName() + " printed no result; its standard error says why");
        }
    }

    private static double median(List<Double> times) {
        return times.stream().sorted().skip(times.size() / 2).findFirst().orElseThrow();
    }

    private static String classPath() throws IOException {
        List<String> entries = new ArrayList<>();
        entries.add(TARGET.resolve("classes").toString());
        try (Stream<Path> jars = Files.list(TARGET.resolve("adapter"))) {
            jars.map(Path::toString).sorted().forEach(entries::add);
        }
        return String.join(System.getProperty("path.separator"), entries);
    }
}
