package dev.anchors.benchmarks;

import dev.anchors.domain.Anchor;
import dev.anchors.domain.Anchors;
import dev.anchors.inmemory.InMemoryAnchorRepository;
import dev.anchors.ports.AnchorRepository;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;

/**
 * What a benchmark of time cannot show of the repository in memory: the heap that it retains, and how evenly threads
 * that write at once get their turn.
 *
 * <p>Run: {@code java -cp benchmarks/target/benchmarks.jar dev.anchors.benchmarks.InMemoryReport}
 */
public final class InMemoryReport {

    private static final int HELD = 100_000;
    private static final int WRITERS = 8;
    private static final long WRITING_SECONDS = 5;

    private InMemoryReport() {}

    /** Prints the report. */
    public static void main(String[] arguments) throws Exception {
        heap();
        fairness();
    }

    private static void heap() {
        try (AnchorRepository warmUp = InMemoryAnchorRepository.create()) { // what classes and caches take is no matter
            fill(warmUp);
            deleteAll(warmUp);
        }
        try (AnchorRepository repository = InMemoryAnchorRepository.create()) {
            long empty = usedHeap();
            fill(repository);
            long full = usedHeap();
            long anchorsAlone = full - usedWithout(repository);
            deleteAll(repository);
            long emptied = usedHeap();
            System.out.printf( // after the last look at the heap, since the first print loads classes
                    "bytes retained an anchor: %d, of which the anchor itself: %d; after deleting all: %d in total%n",
                    (full - empty) / HELD, anchorsAlone / HELD, emptied - empty);
        }
    }

    private static void fill(AnchorRepository repository) {
        for (int number = 0; number < HELD; number++) {
            repository.create(Workload.seed(number));
        }
    }

    /** In a method of its own, so that no snapshot is alive when it returns. */
    private static void deleteAll(AnchorRepository repository) {
        for (Anchor anchor : repository.snapshot()) {
            repository.delete(anchor.id());
        }
    }

    /** Measures what a plain list of equal anchors takes, and returns the heap as it would be without it. */
    private static long usedWithout(AnchorRepository repository) {
        long before = usedHeap();
        Anchors copies = Workload.anchors(HELD);
        List<Anchor> list = copies.asList();
        long with = usedHeap();
        if (list.size() != repository.snapshot().size()) {
            throw new AssertionError("the copies are to be alive until here");
        }
        return before - (with - before);
    }

    private static void fairness() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(WRITERS);
        try (AnchorRepository repository = InMemoryAnchorRepository.create()) {
            CountDownLatch start = new CountDownLatch(1);
            List<Future<Long>> counts = new ArrayList<>();
            for (int writer = 0; writer < WRITERS; writer++) {
                counts.add(threads.submit(writer(repository, start)));
            }
            start.countDown();
            List<Long> written = new ArrayList<>();
            for (Future<Long> count : counts) {
                written.add(count.get());
            }
            LongStream all = written.stream().mapToLong(Long::longValue);
            double slowest = written.stream().mapToLong(Long::longValue).min().orElse(0);
            System.out.printf(
                    "%d writers, slowest thread's share of an even share: %.2f%n",
                    WRITERS, slowest * WRITERS / all.sum());
        } finally {
            threads.shutdownNow();
        }
    }

    /** Creates and deletes, so that the heap stays as it is. */
    private static Callable<Long> writer(AnchorRepository repository, CountDownLatch start) {
        return () -> {
            start.await();
            long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(WRITING_SECONDS);
            long written = 0;
            while (System.nanoTime() - end < 0) {
                repository.delete(
                        repository.create(Workload.seed((int) (written % HELD))).id());
                written++;
            }
            return written;
        };
    }

    private static long usedHeap() {
        for (int i = 0; i < 3; i++) {
            System.gc();
        }
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }
}
