package dev.anchors.benchmarks;

import dev.anchors.domain.Anchor;
import dev.anchors.domain.AnchorId;
import dev.anchors.domain.AssetId;
import dev.anchors.domain.SeededAnchor;
import dev.anchors.http.HttpAnchorRepository;
import dev.anchors.http.internal.json.SeedWriter;
import java.io.IOException;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * One call that changes something, each beside the same request by HttpClient: {@code Bare} as it comes, for one thread,
 * and {@code Lean} at its cheapest, for many.
 *
 * <p>Run: {@code java -jar benchmarks/target/benchmarks.jar SmallCall}, or with {@code -bm thrpt -tu ms -t 64} for many threads
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 8, time = 2) // it takes many threads so long that share two cores with the service
@Measurement(iterations = 6, time = 1)
@Fork(1)
public class SmallCallBenchmark {

    private static final AnchorId ANCHOR = new AnchorId("1f2e3d4c-5b6a-4798-8a9b-0c1d2e3f4a02");
    private static final AssetId ASSET = new AssetId("2254f2c8-5797-40e8-ac56-41166dc0e101");
    private static final SeededAnchor SEED = SeededAnchor.file("/home/ada/src/project/file.java");

    private static final String CREATE = "/anchors/create?transferables=true";
    private static final String DELETE = "/anchors/" + ANCHOR.value() + "/delete";
    private static final String DISASSOCIATE = "/anchors/" + ANCHOR.value() + "/assets/delete/" + ASSET.value();

    private final byte[] seed = SeedWriter.write(SEED);

    private ServiceProcess service;
    private HttpAnchorRepository repository;
    private BareClient bare;
    private BareClient lean;

    /** Starts the service. */
    @Setup
    public void start() throws IOException {
        service = ServiceProcess.with(1);
        repository = HttpAnchorRepository.builder().baseUrl(service.baseUrl()).build();
        bare = BareClient.withDefaults(service.baseUrl());
        lean = BareClient.lean(service.baseUrl());
    }

    /** Stops the service. */
    @TearDown
    public void stop() throws IOException {
        repository.close();
        bare.close();
        lean.close();
        service.close();
    }

    /** Creates. */
    @Benchmark
    public Anchor create() {
        return repository.create(SEED);
    }

    /** Its baseline for one thread. */
    @Benchmark
    public long createBare() throws IOException {
        return bare.post(CREATE, seed);
    }

    /** Its baseline for many. */
    @Benchmark
    public long createLean() throws IOException {
        return lean.post(CREATE, seed);
    }

    /** Deletes. */
    @Benchmark
    public void delete() {
        repository.delete(ANCHOR);
    }

    /** Its baseline for one thread. */
    @Benchmark
    public long deleteBare() throws IOException {
        return bare.post(DELETE);
    }

    /** Its baseline for many. */
    @Benchmark
    public long deleteLean() throws IOException {
        return lean.post(DELETE);
    }

    /** Takes an asset away. */
    @Benchmark
    public void disassociate() {
        repository.disassociate(ANCHOR, ASSET);
    }

    /** Its baseline for one thread. */
    @Benchmark
    public long disassociateBare() throws IOException {
        return bare.post(DISASSOCIATE);
    }

    /** Its baseline for many. */
    @Benchmark
    public long disassociateLean() throws IOException {
        return lean.post(DISASSOCIATE);
    }
}
