package dev.anchors.benchmarks;

import dev.anchors.domain.Anchor;
import dev.anchors.domain.AnchorId;
import dev.anchors.domain.Anchors;
import dev.anchors.domain.ConversationId;
import dev.anchors.domain.SeededAnchor;
import dev.anchors.inmemory.InMemoryAnchorRepository;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Measures a thousand changes of an in-memory repository of {@code size} anchors. The baseline of each is {@code
 * mapPut}, which creates the same anchors and puts them into a {@link ConcurrentHashMap}.
 *
 * <p>Run: {@code java -jar benchmarks/target/benchmarks.jar InMemoryWrite}
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 100)
@Measurement(iterations = 40)
@Fork(
        value = 2,
        jvmArgs = {"-Xms4g", "-Xmx4g", "-XX:+UseParallelGC"})
public class InMemoryWriteBenchmark {

    private static final int CHANGES = 1_000;

    /** The number of anchors in the repository before the changes. */
    @Param({"1000", "100000", "1000000"})
    public int size;

    private Anchors initial;
    private List<Anchor> targets;
    private SeededAnchor[] seeds;
    private InMemoryAnchorRepository repository;
    private Map<AnchorId, Anchor> map;

    /** Creates the anchors and seeds of all iterations. */
    @Setup
    public void createAnchors() {
        initial = Workload.anchors(size);
        targets = Workload.shuffled(initial).subList(0, CHANGES);
        seeds = new SeededAnchor[CHANGES];
        for (int i = 0; i < CHANGES; i++) {
            seeds[i] = Workload.seed(size + i);
        }
    }

    /** Fills a new repository and a new map. */
    @Setup(Level.Iteration)
    public void fill() {
        repository = InMemoryAnchorRepository.builder().initialAnchors(initial).build();
        map = new ConcurrentHashMap<>();
        initial.forEach(anchor -> map.put(anchor.id(), anchor));
    }

    /** The baseline. */
    @Benchmark
    public int mapPut() {
        for (SeededAnchor seed : seeds) {
            Anchor anchor = Workload.create(seed);
            map.put(anchor.id(), anchor);
        }
        return map.size();
    }

    /** Creates a thousand anchors. */
    @Benchmark
    public int create() {
        for (SeededAnchor seed : seeds) {
            repository.create(seed);
        }
        return repository.snapshot().size();
    }

    /** Deletes a thousand anchors. */
    @Benchmark
    public int delete() {
        for (Anchor target : targets) {
            repository.delete(target.id());
        }
        return repository.snapshot().size();
    }

    /** Removes the only asset of each of a thousand anchors. */
    @Benchmark
    public int disassociate() {
        for (Anchor target : targets) {
            repository.disassociate(target.id(), target.assets().iterator().next());
        }
        return repository.snapshot().size();
    }

    /** Links each of a thousand anchors to the same conversation. */
    @Benchmark
    public int associate() {
        ConversationId conversation = new ConversationId("4c5d6e7f-8091-42a3-94c5-d6e7f8091a05");
        for (Anchor target : targets) {
            repository.links().associate(target.id(), conversation);
        }
        return repository.snapshot().size();
    }
}
