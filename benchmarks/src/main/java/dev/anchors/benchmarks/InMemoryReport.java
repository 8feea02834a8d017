package dev.anchors.benchmarks;

import dev.anchors.domain.Anchor;
import dev.anchors.domain.AnchorId;
import dev.anchors.domain.Anchors;
import dev.anchors.domain.ConversationId;
import dev.anchors.domain.MaterialId;
import dev.anchors.inmemory.InMemoryAnchorRepository;
import dev.anchors.ports.AnchorLinks;
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
 * Reports the heap that an in-memory repository retains, also after a link was toggled, and how evenly concurrent writers
 * progress.
 *
 * <p>Run: {@code java -cp benchmarks/target/benchmarks.jar dev.anchors.benchmarks.InMemoryReport}
 */
public final class InMemoryReport {

    private static final int SIZE = 100_000;
    private static final int TOGGLES = 1_000_000;
    private static final int WRITERS = 8;
    private static final long WRITING_SECONDS = 5;

    private InMemoryReport() {}

    /** Prints the report. */
    public static void main(String[] arguments) throws Exception {
        heap();
        toggles();
        fairness();
    }

    private static void heap() {
        try (AnchorRepository warmUp = InMemoryAnchorRepository.create()) { // loads classes, which do not count
            fill(warmUp);
            deleteAll(warmUp);
        }
        try (AnchorRepository repository = InMemoryAnchorRepository.create()) {
            long empty = usedHeap();
            fill(repository);
            long full = usedHeap();
            long anchorsOnly = bytesOfEqualAnchors(repository);
            deleteAll(repository);
            long emptied = usedHeap();
            System.out.printf( // after the last measurement, because the first call loads classes
                    "bytes retained per anchor: %d, by the anchor itself: %d; after deleting all anchors: %d in total%n",
                    (full - empty) / SIZE, anchorsOnly / SIZE, emptied - empty);
        }
    }

    private static void fill(AnchorRepository repository) {
        for (int number = 0; number < SIZE; number++) {
            repository.create(Workload.seed(number));
        }
    }

    /** Deletes all anchors. This is a method so that the snapshot is unreachable after it returns. */
    private static void deleteAll(AnchorRepository repository) {
        for (Anchor anchor : repository.snapshot()) {
            repository.delete(anchor.id());
        }
    }

    /** Returns the bytes that a list of equal anchors retains. */
    private static long bytesOfEqualAnchors(AnchorRepository repository) {
        long before = usedHeap();
        Anchors copies = Workload.anchors(SIZE);
        List<Anchor> list = copies.asList();
        long after = usedHeap();
        if (list.size() != repository.snapshot().size()) {
            throw new AssertionError("the list must be reachable until here and have the size of the repository");
        }
        return after - before;
    }

    private static void toggles() {
        ConversationId conversation = new ConversationId("4c5d6e7f-8091-42a3-94c5-d6e7f8091a05");
        try (InMemoryAnchorRepository repository = InMemoryAnchorRepository.create()) {
            fill(repository);
            AnchorId anchor = repository.snapshot().asList().get(SIZE / 2).id();
            toggle(repository, anchor, conversation, 1);
            long before = usedHeap();
            toggle(repository, anchor, conversation, TOGGLES);
            long after = usedHeap();
            System.out.printf(
                    "bytes retained after %,d toggles of a link: %d, and anchors linked: %d%n",
                    TOGGLES,
                    after - before,
                    repository.snapshot().linkedTo(conversation).size());
        }
    }

    private static void toggle(InMemoryAnchorRepository repository, AnchorId anchor, MaterialId material, int times) {
        AnchorLinks links = repository.links();
        for (int time = 0; time < times; time++) {
            links.associate(anchor, material);
            links.disassociate(anchor, material);
        }
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
                    "%d writers: the slowest wrote %.2f times the average%n", WRITERS, slowest * WRITERS / all.sum());
        } finally {
            threads.shutdownNow();
        }
    }

    /**
     * Returns a task that creates and deletes anchors, so that the size stays the same. It returns the number of both.
     */
    private static Callable<Long> writer(AnchorRepository repository, CountDownLatch start) {
        return () -> {
            start.await();
            long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(WRITING_SECONDS);
            long written = 0;
            while (System.nanoTime() - end < 0) {
                repository.delete(
                        repository.create(Workload.seed((int) (written % SIZE))).id());
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
