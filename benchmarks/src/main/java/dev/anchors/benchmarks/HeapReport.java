package dev.anchors.benchmarks;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.management.ThreadMXBean;
import dev.anchors.domain.Anchors;
import dev.anchors.http.HttpAnchorRepository;
import java.lang.management.ManagementFactory;

/**
 * What 100,000 anchors of a service in another process take of the heap, and the least heap that will do: for a walk, 32
 * MiB or it fails; for a snapshot, the least of a few multiples of what the snapshot retains.
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
            heap.walk();
            heap.snapshot(retained);
            heap.report.write(arguments);
        }
    }

    private long measure() {
        try (HttpAnchorRepository repository =
                HttpAnchorRepository.builder().baseUrl(url).build()) {
            for (int i = 0; i < WARM_UPS; i++) { // what classes and caches take is no matter
                repository.snapshot();
            }
            ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
            long before = usedHeap();
            long allocatedBefore = threads.getCurrentThreadAllocatedBytes();
            Anchors snapshot = repository.snapshot();
            long allocated = threads.getCurrentThreadAllocatedBytes() - allocatedBefore;
            long retained = usedHeap() - before;
            report.add("bytes allocated an anchor", allocated / snapshot.size());
            report.add("bytes retained an anchor", retained / snapshot.size());
            return retained;
        }
    }

    private void walk() throws Exception {
        report.add("a walk fits into 32 MiB", passes(StreamProgram.class, 32L << 20) ? 1 : 0);
    }

    private void snapshot(long retained) throws Exception {
        for (double multiple : MULTIPLES) {
            if (passes(SnapshotProgram.class, (long) (retained * multiple))) {
                report.add("a snapshot fits into a heap of so many times what it retains", multiple);
                return;
            }
        }
        throw new IllegalStateException("no heap is large enough");
    }

    private static long usedHeap() {
        for (int i = 0; i < 3; i++) {
            System.gc();
        }
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }

    private boolean passes(Class<?> program, long heap) throws Exception {
        Process process = Jvm.withClassPath(System.getProperty("java.class.path"))
                .option("-Xmx" + heap)
                .option("-XX:+ExitOnOutOfMemoryError") // one line instead of a stack trace
                .start(program.getName(), url);
        String counted = new String(process.getInputStream().readAllBytes(), UTF_8).strip();
        return process.waitFor() == 0 && counted.equals(Integer.toString(ANCHORS));
    }
}
