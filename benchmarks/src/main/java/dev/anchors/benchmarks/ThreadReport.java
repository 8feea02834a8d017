package dev.anchors.benchmarks;

import dev.anchors.domain.AnchorId;
import dev.anchors.domain.AssetId;
import dev.anchors.domain.SeededAnchor;
import dev.anchors.http.HttpAnchorRepository;
import dev.anchors.ports.AnchorRepository;
import java.lang.management.ManagementFactory;

/**
 * Reports how many threads calls over HTTP start: the first call starts one thread, which watches the deadlines of all
 * calls, and later calls start none.
 *
 * <p>Run: {@code java -cp benchmarks/target/benchmarks.jar dev.anchors.benchmarks.ThreadReport}
 */
public final class ThreadReport {

    private static final int CALLS = 30_000;
    private static final AnchorId ANCHOR = new AnchorId("a-1");
    private static final AssetId ASSET = new AssetId("s-1");
    private static final SeededAnchor SEED = SeededAnchor.file("/home/ada/src/project/file.java");

    private ThreadReport() {}

    /** Prints the report. */
    public static void main(String[] arguments) throws Exception {
        Report report = new Report();
        try (ServiceProcess service = ServiceProcess.with(1);
                AnchorRepository repository = HttpAnchorRepository.builder()
                        .baseUrl(service.baseUrl())
                        .build()) {
            long before = startedThreads();
            repository.create(SEED);
            report.add("threads started by the first call", startedThreads() - before);
            before = startedThreads();
            for (int call = 0; call < CALLS; call += 3) {
                repository.create(SEED);
                repository.delete(ANCHOR);
                repository.disassociate(ANCHOR, ASSET);
            }
            report.add("threads started by the next " + CALLS, startedThreads() - before);
        }
        report.write(arguments);
    }

    private static long startedThreads() {
        return ManagementFactory.getThreadMXBean().getTotalStartedThreadCount();
    }
}
