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
 * The first anchor of a stream; the first byte of a bare exchange is the baseline. Both go by a connection that is open
 * already. What they leave unread is thrown away with the connection, and that is not measured.
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

    private static final AnchorId SOME = new AnchorId("a-1");

    /** How many anchors there are. */
    @Param({"10000", "100000"})
    public int anchors;

    private ServiceProcess service;
    private HttpAnchorRepository repository;
    private BareClient bare;
    private AutoCloseable unread;

    /** Starts the service. */
    @Setup
    public void start() throws IOException {
        service = ServiceProcess.with(anchors);
        repository = HttpAnchorRepository.builder().baseUrl(service.baseUrl()).build();
        bare = BareClient.withDefaults(service.baseUrl());
    }

    /** Leaves an open connection to each. */
    @Setup(Level.Invocation)
    public void connect() throws IOException {
        repository.find(SOME);
        bare.get(ServiceProcess.ANCHOR);
    }

    /** Throws the rest away. */
    @TearDown(Level.Invocation)
    public void leave() throws Exception {
        unread.close();
    }

    /** Stops the service. */
    @TearDown
    public void stop() throws IOException {
        repository.close();
        bare.close();
        service.close();
    }

    /** The baseline. */
    @Benchmark
    public int firstByte() throws IOException {
        BareClient.Opened answer = bare.open(ServiceProcess.SNAPSHOT);
        unread = answer;
        return answer.body().read();
    }

    /** What a walk begins with. */
    @Benchmark
    public Anchor firstAnchor() {
        Stream<Anchor> stream = repository.stream(Transferables.INCLUDED);
        unread = stream;
        return stream.iterator().next();
    }
}
