package dev.anchors.benchmarks;

import dev.anchors.domain.Anchor;
import dev.anchors.domain.AnchorId;
import dev.anchors.domain.Anchors;
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
 * One look into a repository in memory that holds {@code held} anchors; {@code mapGet}, a look into a
 * {@link ConcurrentHashMap} of the same anchors, is the baseline of {@code find}.
 *
 * <p>It warms up for long: after filling, the look-up was seen to be slow for up to nine seconds before it was fast.
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

    /** How many anchors there are. */
    @Param({"1000", "100000", "1000000"})
    public int held;

    private InMemoryAnchorRepository repository;
    private Map<AnchorId, Anchor> map;
    private AnchorId[] ids;
    private List<Anchor> anchors;
    private int next;

    /** Fills the repository and the map. */
    @Setup
    public void fill() {
        Anchors scene = Workload.anchors(held);
        repository = InMemoryAnchorRepository.builder().initialAnchors(scene).build();
        map = new ConcurrentHashMap<>();
        scene.forEach(anchor -> map.put(anchor.id(), anchor));
        anchors = Workload.shuffled(scene);
        // ids of their own, as a caller has them: no look-up is spared by an identical object
        ids = anchors.stream()
                .map(anchor -> new AnchorId(new String(anchor.id().value())))
                .toArray(AnchorId[]::new);
    }

    /** The baseline. */
    @Benchmark
    public Anchor mapGet() {
        return map.get(ids[turn()]);
    }

    /** Finds by id. */
    @Benchmark
    public Optional<Anchor> find() {
        return repository.find(ids[turn()]);
    }

    /** Takes a snapshot and does nothing with it. */
    @Benchmark
    public Anchors snapshot() {
        return repository.snapshot();
    }

    /** Finds by path in a snapshot. */
    @Benchmark
    public List<Anchor> at() {
        return repository.snapshot().atPath(anchors.get(turn()).paths().get(0));
    }

    /** Finds the ten anchors of an asset in a snapshot. */
    @Benchmark
    public List<Anchor> linkedTo() {
        return repository
                .snapshot()
                .linkedTo(anchors.get(turn()).assets().iterator().next());
    }

    private int turn() {
        int turn = next;
        next = turn + 1 == held ? 0 : turn + 1;
        return turn;
    }
}
