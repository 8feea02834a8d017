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
 * Measures calls that change one anchor. The baseline of each is the same request by the minimal client; that of create
 * reads the tokens of the response as well.
 *
 * <p>Run: {@code java -jar benchmarks/target/benchmarks.jar SmallCall}, and for many threads add {@code -bm thrpt -tu ms
 * -t 64}
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 8, time = 2) // many threads on two cores need this long
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
    private BaselineClient defaultClient;
    private BaselineClient minimalClient;

    /** Starts the service. */
    @Setup
    public void start() throws IOException {
        service = ServiceProcess.with(1);
        repository = HttpAnchorRepository.builder().baseUrl(service.baseUrl()).build();
        defaultClient = BaselineClient.withDefaults(service.baseUrl());
        minimalClient = BaselineClient.minimal(service.baseUrl());
    }

    /** Stops the service. */
    @TearDown
    public void stop() throws IOException {
        repository.close();
        defaultClient.close();
        minimalClient.close();
        service.close();
    }

    /** Creates an anchor. */
    @Benchmark
    public Anchor create() {
        return repository.create(SEED);
    }

    /** The baseline for one thread. */
    @Benchmark
    public long createByDefaultClient() throws IOException {
        return defaultClient.postForJson(CREATE, seed);
    }

    /** The baseline for many threads. */
    @Benchmark
    public long createByMinimalClient() throws IOException {
        return minimalClient.postForJson(CREATE, seed);
    }

    /** Deletes an anchor. */
    @Benchmark
    public void delete() {
        repository.delete(ANCHOR);
    }

    /** The baseline for one thread. */
    @Benchmark
    public long deleteByDefaultClient() throws IOException {
        return defaultClient.post(DELETE);
    }

    /** The baseline for many threads. */
    @Benchmark
    public long deleteByMinimalClient() throws IOException {
        return minimalClient.post(DELETE);
    }

    /** Removes the link to an asset. */
    @Benchmark
    public void disassociate() {
        repository.disassociate(ANCHOR, ASSET);
    }

    /** The baseline for one thread. */
    @Benchmark
    public long disassociateByDefaultClient() throws IOException {
        return defaultClient.post(DISASSOCIATE);
    }

    /** The baseline for many threads. */
    @Benchmark
    public long disassociateByMinimalClient() throws IOException {
        return minimalClient.post(DISASSOCIATE);
    }
}
