package dev.anchors.benchmarks;

import dev.anchors.domain.Anchors;
import dev.anchors.http.HttpAnchorRepository;
import dev.anchors.http.internal.json.AnchorsReader;
import dev.anchors.http.internal.json.CancellationToken;
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
 * Measures a snapshot of a service in another process. The baseline is the sum of its two parts: {@code exchange}, by
 * which the default client receives the same bytes and discards them, and {@code decode}, which decodes bytes in
 * memory.
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

    /** The number of anchors of the service. */
    @Param({"10000", "100000"})
    public int anchors;

    private ServiceProcess service;
    private HttpAnchorRepository repository;
    private BaselineClient client;
    private byte[] body;

    /** Starts the service. */
    @Setup
    public void start() throws IOException {
        service = ServiceProcess.with(anchors);
        repository = HttpAnchorRepository.builder().baseUrl(service.baseUrl()).build();
        client = BaselineClient.withDefaults(service.baseUrl());
        try (BaselineClient.OpenResponse all = client.open(ServiceProcess.SNAPSHOT)) {
            body = all.body().readAllBytes();
        }
    }

    /** Stops the service. */
    @TearDown
    public void stop() throws IOException {
        repository.close();
        client.close();
        service.close();
    }

    /** The first part of the baseline. */
    @Benchmark
    public long exchange() throws IOException {
        return client.get(ServiceProcess.SNAPSHOT);
    }

    /** The second part of the baseline. */
    @Benchmark
    public Anchors decode() throws IOException {
        return AnchorsReader.read(new ByteArrayInputStream(body), CancellationToken.NONE);
    }

    /** Takes a snapshot over HTTP. */
    @Benchmark
    public Anchors snapshot() {
        return repository.snapshot();
    }
}
