package dev.anchors.benchmarks;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.management.ThreadMXBean;
import dev.anchors.domain.Anchors;
import dev.anchors.http.HttpAnchorRepository;
import java.lang.management.ManagementFactory;
import java.util.Arrays;

/**
 * Reports the heap that a snapshot of 100,000 anchors of a service in another process allocates and retains, whether a
 * stream of them works with a heap of 32 MiB, and the smallest heap that a snapshot works with, as a multiple of the
 * bytes that it retains.
 *
 * <p>Run: {@code java -cp benchmarks/target/benchmarks.jar dev.anchors.benchmarks.HeapReport}
 */
public final class HeapReport {

    private static final int ANCHORS = 100_000;
    private static final int WARM_UPS = 3;
    private static final double[] MULTIPLES = {1.05, 1.1, 1.15, 1.2, 1.25, 1.3, 1.4, 1.5, 1.75, 2};

    private final String url;
    private final Report report = new Report();

    private HeapReport(String url) {
        this.url = url;
    }

    /** Prints the report. */
    public static void main(String[] arguments) throws Exception {
        try (ServiceProcess service = ServiceProcess.with(ANCHORS)) {
            HeapReport heap = new HeapReport(service.baseUrl().toString());
            long retained = heap.measure();
            heap.checkStream();
            heap.findSnapshotHeap(retained);
            heap.report.write(arguments);
        }
    }

    private long measure() {
        try (HttpAnchorRepository repository =
                HttpAnchorRepository.builder().baseUrl(url).build()) {
            for (int i = 0; i < WARM_UPS; i++) { // loads classes and fills caches, which do not count
                repository.snapshot();
            }
            ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
            long before = usedHeap();
            long allocatedBefore = threads.getCurrentThreadAllocatedBytes();
            Anchors snapshot = repository.snapshot();
            long allocated = threads.getCurrentThreadAllocatedBytes() - allocatedBefore;
            long retained = usedHeap() - before;
            report.add("bytes allocated per anchor", allocated / snapshot.size());
            report.add("bytes retained per anchor", retained / snapshot.size());
            return retained;
        }
    }

    private void checkStream() throws Exception {
        report.add("a stream works with 32 MiB of heap", succeeds(StreamProgram.class, 32L << 20) ? 1 : 0);
    }

    private void findSnapshotHeap(long retained) throws Exception {
        for (double multiple : MULTIPLES) {
            if (succeeds(SnapshotProgram.class, (long) (retained * multiple))) {
                report.add("heap for a snapshot, relative to its retained bytes", multiple);
                return;
            }
        }
        throw new IllegalStateException(
                "a snapshot failed with every heap of " + Arrays.toString(MULTIPLES) + " times its retained bytes");
    }

    private static long usedHeap() {
        for (int i = 0; i < 3; i++) {
            System.gc();
        }
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }

    private boolean succeeds(Class<?> program, long heap) throws Exception {
        Process process = Jvm.withClassPath(System.getProperty("java.class.path"))
                .option("-Xmx" + heap)
                .option("-XX:+ExitOnOutOfMemoryError") // prints one line instead of a stack trace
                .start(program.getName(), url);
        String output = new String(process.getInputStream().readAllBytes(), UTF_8).strip();
        return process.waitFor() == 0 && output.equals(Integer.toString(ANCHORS));
    }
}
