package dev.anchors.benchmarks;

import dev.anchors.domain.Anchor;
import dev.anchors.domain.AnchorId;
import dev.anchors.domain.Anchors;
import dev.anchors.domain.SeededAnchor;
import dev.anchors.inmemory.InMemoryAnchorRepository;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Measures lookups in an in-memory repository of {@code size} anchors. The baseline of {@code find} is {@code mapGet},
 * a lookup in a {@link ConcurrentHashMap} of the same anchors.
 *
 * <p>The warm-up is long, because lookups were slow for up to nine seconds after the repository was filled.
 *
 * <p>Run: {@code java -jar benchmarks/target/benchmarks.jar InMemoryRead}
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 14, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(
        value = 2,
        jvmArgs = {"-Xms4g", "-Xmx4g", "-XX:+UseParallelGC"})
public class InMemoryReadBenchmark {

    /** The number of anchors in the repository. */
    @Param({"1000", "100000", "1000000"})
    public int size;

    private InMemoryAnchorRepository repository;
    private Map<AnchorId, Anchor> map;
    private AnchorId[] ids;
    private List<Anchor> anchors;
    private SeededAnchor[] seeds;
    private int next;

    /** Fills the repository and the map. */
    @Setup
    public void fill() {
        Anchors initial = Workload.anchors(size);
        repository = InMemoryAnchorRepository.builder().initialAnchors(initial).build();
        map = new ConcurrentHashMap<>();
        initial.forEach(anchor -> map.put(anchor.id(), anchor));
        anchors = Workload.shuffled(initial);
        // copies of the ids, as a caller has them, so that equals() cannot succeed by identity
        ids = anchors.stream()
                .map(anchor -> new AnchorId(new String(anchor.id().value())))
                .toArray(AnchorId[]::new);
        seeds = anchors.stream()
                .map(anchor -> SeededAnchor.file(anchor.paths().get(0)))
                .toArray(SeededAnchor[]::new);
    }

    /** The baseline. */
    @Benchmark
    public Anchor mapGet() {
        return map.get(ids[nextIndex()]);
    }

    /** Finds an anchor by its id. */
    @Benchmark
    public Optional<Anchor> find() {
        return repository.find(ids[nextIndex()]);
    }

    /** Takes a snapshot. */
    @Benchmark
    public Anchors snapshot() {
        return repository.snapshot();
    }

    /** Finds the anchors at a path in a snapshot. */
    @Benchmark
    public List<Anchor> atPath() {
        return repository.snapshot().atPath(anchors.get(nextIndex()).paths().get(0));
    }

    /** Finds the ten anchors that are linked to an asset in a snapshot. */
    @Benchmark
    public List<Anchor> linkedTo() {
        return repository
                .snapshot()
                .linkedTo(anchors.get(nextIndex()).assets().iterator().next());
    }

    /** Finds the ten anchors below a directory in a snapshot. */
    @Benchmark
    public List<Anchor> below() {
        return repository
                .snapshot()
                .below(anchors.get(nextIndex()).paths().get(0).parent().orElseThrow());
    }

    /** Finds the anchor of a seed, which is there already. */
    @Benchmark
    public Anchor findOrCreate() {
        return repository.findOrCreate(seeds[nextIndex()]);
    }

    private int nextIndex() {
        int index = next;
        next = index + 1 == size ? 0 : index + 1;
        return index;
    }
}
