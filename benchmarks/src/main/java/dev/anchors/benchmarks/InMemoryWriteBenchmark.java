package dev.anchors.benchmarks;

import dev.anchors.domain.Anchor;
import dev.anchors.domain.AnchorId;
import dev.anchors.domain.Anchors;
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
 * A thousand changes of a repository in memory that held {@code held} anchors before; {@code mapPut}, which makes an
 * anchor the same way and puts it into a {@link ConcurrentHashMap}, is the baseline of each.
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

    /** How many anchors there are at first. */
    @Param({"1000", "100000", "1000000"})
    public int held;

    private Anchors scene;
    private List<Anchor> victims;
    private SeededAnchor[] seeds;
    private InMemoryAnchorRepository repository;
    private Map<AnchorId, Anchor> map;

    /** Makes what every iteration begins with. */
    @Setup
    public void scene() {
        scene = Workload.anchors(held);
        victims = Workload.shuffled(scene).subList(0, CHANGES);
        seeds = new SeededAnchor[CHANGES];
        for (int i = 0; i < CHANGES; i++) {
            seeds[i] = Workload.seed(held + i);
        }
    }

    /** Fills a new repository and a new map. */
    @Setup(Level.Iteration)
    public void fill() {
        repository = InMemoryAnchorRepository.builder().initialAnchors(scene).build();
        map = new ConcurrentHashMap<>();
        scene.forEach(anchor -> map.put(anchor.id(), anchor));
    }

    /** The baseline. */
    @Benchmark
    public int mapPut() {
        for (SeededAnchor seed : seeds) {
            Anchor anchor = Workload.make(seed);
            map.put(anchor.id(), anchor);
        }
        return map.size();
    }

    /** Creates. */
    @Benchmark
    public int create() {
        for (SeededAnchor seed : seeds) {
            repository.create(seed);
        }
        return repository.snapshot().size();
    }

    /** Deletes. */
    @Benchmark
    public int delete() {
        for (Anchor victim : victims) {
            repository.delete(victim.id());
        }
        return repository.snapshot().size();
    }

    /** Takes the one asset of an anchor away. */
    @Benchmark
    public int disassociate() {
        for (Anchor victim : victims) {
            repository.disassociate(victim.id(), victim.assets().iterator().next());
        }
        return repository.snapshot().size();
    }
}
