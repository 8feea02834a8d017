package dev.anchors.benchmarks;

import dev.anchors.domain.Anchor;
import dev.anchors.domain.AnchorId;
import dev.anchors.http.HttpAnchorRepository;
import dev.anchors.ports.Transferables;
import java.io.IOException;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
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
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Measures the time until the first anchor of a stream. The baseline is the first byte of a response to the default
 * client. Both use an open connection. The rest of the response is discarded with the connection, which is not
 * measured.
 *
 * <p>Run: {@code java -jar benchmarks/target/benchmarks.jar FirstAnchor}
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 5, time = 2)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class FirstAnchorBenchmark {

    private static final AnchorId ANCHOR = new AnchorId("a-1");

    /** The number of anchors of the service. */
    @Param({"10000", "100000"})
    public int anchors;

    private ServiceProcess service;
    private HttpAnchorRepository repository;
    private BaselineClient client;
    private AutoCloseable unread;

    /** Starts the service. */
    @Setup
    public void start() throws IOException {
        service = ServiceProcess.with(anchors);
        repository = HttpAnchorRepository.builder().baseUrl(service.baseUrl()).build();
        client = BaselineClient.withDefaults(service.baseUrl());
    }

    /** Makes one call by each client, which leaves an open connection. */
    @Setup(Level.Invocation)
    public void connect() throws IOException {
        repository.delete(ANCHOR);
        client.get(ServiceProcess.ANCHOR);
    }

    /** Discards the rest of the response. */
    @TearDown(Level.Invocation)
    public void discardRest() throws Exception {
        unread.close();
    }

    /** Stops the service. */
    @TearDown
    public void stop() throws IOException {
        repository.close();
        client.close();
        service.close();
    }

    /** The baseline. */
    @Benchmark
    public int firstByte() throws IOException {
        BaselineClient.OpenResponse response = client.open(ServiceProcess.SNAPSHOT);
        unread = response;
        return response.body().read();
    }

    /** Reads the first anchor of a stream. */
    @Benchmark
    public Anchor firstAnchor() {
        Stream<Anchor> stream = repository.stream(Transferables.INCLUDED);
        unread = stream;
        return stream.iterator().next();
    }
}
