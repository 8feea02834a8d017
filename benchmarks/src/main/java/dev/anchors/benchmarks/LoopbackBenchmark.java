package dev.anchors.benchmarks;

import dev.anchors.domain.Anchors;
import dev.anchors.http.HttpAnchorRepository;
import dev.anchors.http.internal.json.AnchorsReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
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
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * All anchors of a service in another process. The baseline of {@code snapshot} is the sum of the two parts it cannot do
 * without: {@code bareExchange}, which throws the same bytes away, and {@code decode}, which has them already.
 *
 * <p>Run: {@code java -jar benchmarks/target/benchmarks.jar Loopback}
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 6, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(value = 1, jvmArgs = "-Xmx3g")
public class LoopbackBenchmark {

    /** How many anchors there are. */
    @Param({"10000", "100000"})
    public int anchors;

    private ServiceProcess service;
    private HttpAnchorRepository repository;
    private BareClient bare;
    private byte[] body;

    /** Starts the service. */
    @Setup
    public void start() throws IOException {
        service = ServiceProcess.with(anchors);
        repository = HttpAnchorRepository.builder().baseUrl(service.baseUrl()).build();
        bare = BareClient.withDefaults(service.baseUrl());
        try (BareClient.Opened all = bare.open(ServiceProcess.SNAPSHOT)) {
            body = all.body().readAllBytes();
        }
    }

    /** Stops the service. */
    @TearDown
    public void stop() throws IOException {
        repository.close();
        bare.close();
        service.close();
    }

    /** A part of the baseline. */
    @Benchmark
    public long bareExchange() throws IOException {
        return bare.get(ServiceProcess.SNAPSHOT);
    }

    /** The other part. */
    @Benchmark
    public Anchors decode() throws IOException {
        return AnchorsReader.read(new ByteArrayInputStream(body));
    }

    /** Both at once. */
    @Benchmark
    public Anchors snapshot() {
        return repository.snapshot();
    }
}
