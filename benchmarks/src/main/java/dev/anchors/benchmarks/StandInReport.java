package dev.anchors.benchmarks;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.anchors.domain.SeededAnchor;
import dev.anchors.http.HttpAnchorRepository;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Reports how many anchors the stand-in service creates in a second for {@value #THREADS} threads: in memory, on a file of H2
 * that has written each change before it responds, and on PostgreSQL if {@code ANCHORS_JDBC_URL} names a database.
 *
 * <p>Run: {@code java -cp benchmarks/target/benchmarks.jar dev.anchors.benchmarks.StandInReport}, after the examples were built
 */
public final class StandInReport {

    private static final int THREADS = 8;
    private static final Duration TIME = Duration.ofSeconds(Integer.getInteger("rounds", 10));
    private static final String PROGRAM = "examples/target/examples.jar";

    private final AtomicInteger paths = new AtomicInteger();

    private StandInReport() {}

    /** Prints the report. */
    public static void main(String[] arguments) throws Exception {
        Report report = new Report();
        StandInReport standIn = new StandInReport();
        report.add("creates a second, in memory", standIn.createsPerSecond());
        Path folder = Files.createTempDirectory("stand-in");
        report.add(
                "creates a second, H2 in a file",
                standIn.createsPerSecond("--jdbc-url", "jdbc:h2:" + folder.resolve("anchors")));
        String postgresql = System.getenv("ANCHORS_JDBC_URL");
        if (postgresql != null) {
            report.add("creates a second, PostgreSQL", standIn.createsPerSecond("--jdbc-url", postgresql));
        }
        report.write(arguments);
    }

    /** Starts a service with options, and returns the rate of the second half of twice the time. */
    private long createsPerSecond(String... options) throws Exception {
        Process service = start(options);
        try (HttpAnchorRepository anchors =
                HttpAnchorRepository.builder().baseUrl(url(service)).build()) {
            creates(anchors);
            return creates(anchors) * 1_000 / TIME.toMillis();
        } finally {
            service.destroy();
            service.waitFor();
        }
    }

    private static Process start(String... options) throws IOException {
        List<String> arguments = new ArrayList<>(List.of("serve", "--port", "0"));
        arguments.addAll(List.of(options));
        return Jvm.withClassPath(PROGRAM).start("dev.anchors.examples.Main", arguments.toArray(String[]::new));
    }

    private static String url(Process service) throws IOException {
        String line = new BufferedReader(new InputStreamReader(service.getInputStream(), UTF_8)).readLine();
        if (line == null) {
            throw new IOException("the service did not start; its standard error says why");
        }
        return line.replace("listening on ", "");
    }

    private long creates(HttpAnchorRepository anchors) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(THREADS);
        try {
            long end = System.nanoTime() + TIME.toNanos();
            List<Future<Integer>> counts = new ArrayList<>();
            for (int i = 0; i < THREADS; i++) {
                counts.add(threads.submit(() -> createUntil(end, anchors)));
            }
            long creates = 0;
            for (Future<Integer> count : counts) {
                creates += count.get();
            }
            return creates;
        } finally {
            threads.shutdownNow();
        }
    }

    private int createUntil(long end, HttpAnchorRepository anchors) {
        int creates = 0;
        for (; System.nanoTime() - end < 0; creates++) {
            anchors.create(SeededAnchor.file("/home/ada/src/file-" + paths.incrementAndGet() + ".java"));
        }
        return creates;
    }
}
