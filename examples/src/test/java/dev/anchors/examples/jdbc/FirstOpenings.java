package dev.anchors.examples.jdbc;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.anchors.domain.SeededAnchor;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Opens an empty database by several threads or processes at the same time. */
final class FirstOpenings {

    private static final int THREADS = 8;
    private static final int PROCESSES = 3;

    private FirstOpenings() {}

    /** Opens the database in threads, each of which creates an anchor in it. */
    static void inThreads(String url) throws Exception {
        CyclicBarrier start = new CyclicBarrier(THREADS);
        ExecutorService threads = Executors.newFixedThreadPool(THREADS);
        try {
            List<Future<?>> openings = new ArrayList<>();
            for (int i = 0; i < THREADS; i++) {
                openings.add(threads.submit(() -> {
                    start.await();
                    open(url);
                    return null;
                }));
            }
            for (Future<?> opening : openings) {
                opening.get();
            }
        } finally {
            threads.shutdownNow();
        }
        assertAnchors(url, THREADS);
    }

    /** Opens the database in processes, each of which creates an anchor in it. */
    static void inProcesses(String url) throws Exception {
        List<Process> processes = new ArrayList<>();
        for (int i = 0; i < PROCESSES; i++) {
            processes.add(JavaProcess.builder(FirstOpenings.class, url)
                    .redirectErrorStream(true)
                    .start());
        }
        for (Process process : processes) {
            String output = new String(process.getInputStream().readAllBytes(), UTF_8);
            assertThat(process.waitFor()).as(output).isZero();
        }
        assertAnchors(url, PROCESSES);
    }

    /** Opens the database whose URL is the only argument. */
    public static void main(String[] arguments) {
        open(arguments[0]);
    }

    private static void open(String url) {
        try (JdbcAnchorRepository anchors = JdbcAnchorRepository.open(url, Clock.systemUTC())) {
            anchors.create(SeededAnchor.file("/notes"));
        }
    }

    private static void assertAnchors(String url, int count) {
        try (JdbcAnchorRepository anchors = JdbcAnchorRepository.open(url, Clock.systemUTC())) {
            assertThat(anchors.snapshot()).hasSize(count);
        }
    }
}
