package dev.anchors.benchmarks;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.anchors.benchmarks.generated.ApiClient;
import dev.anchors.domain.Anchors;
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
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import tools.jackson.core.JsonParser;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.TokenStreamFactory;
import tools.jackson.core.json.JsonFactory;

/**
 * Measures the time to decode one anchor of a snapshot. The first baseline, {@code readTokens}, reads the tokens of the
 * same bytes by the settings that the adapter has for Jackson and keeps nothing: the limit. The second baseline, {@code
 * decodeByGeneratedClient}, is a client that openapi-generator creates from the project's description of the service. The
 * third baseline, {@code decodeByHandWrittenBinding}, is what an application writes without a library.
 *
 * <p>Run: {@code java -jar benchmarks/target/benchmarks.jar Decode -prof gc}
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 5, time = 2)
@Measurement(iterations = 5, time = 1)
@Fork(2)
@OperationsPerInvocation(DecodeBenchmark.ANCHORS)
public class DecodeBenchmark {

    static final int ANCHORS = 1_000;

    private static final JsonFactory FASTEST = JsonFactory.builder()
            .disable(TokenStreamFactory.Feature.CANONICALIZE_PROPERTY_NAMES)
            .build();

    private final ObjectMapper generated = new ApiClient().getObjectMapper();

    private final ObjectMapper handWritten = HandWrittenBinding.mapper();

    private byte[] body;

    /** Creates the bytes. */
    @Setup
    public void createBody() {
        body = Payload.bytes(ANCHORS);
        System.out.println("bytes per anchor: " + body.length / ANCHORS);
    }

    /** The first baseline. */
    @Benchmark
    public int readTokens() {
        int tokens = 0;
        try (JsonParser parser = FASTEST.createParser(ObjectReadContext.empty(), new ByteArrayInputStream(body))) {
            while (parser.nextToken() != null) {
                tokens++;
            }
        }
        return tokens;
    }

    /** The second baseline. */
    @Benchmark
    public dev.anchors.benchmarks.generated.model.Anchors decodeByGeneratedClient() throws IOException {
        return generated.readValue(body, dev.anchors.benchmarks.generated.model.Anchors.class);
    }

    /** The third baseline. */
    @Benchmark
    public Object decodeByHandWrittenBinding() throws IOException {
        return handWritten.readValue(body, HandWrittenBinding.Snapshot.class);
    }

    /** Decodes as a snapshot does. */
    @Benchmark
    public Anchors decode() throws IOException {
        return AnchorsReader.read(new ByteArrayInputStream(body), CancellationToken.NONE);
    }

    /** Decodes as a stream does. */
    @Benchmark
    public int decodeOneByOne() throws IOException {
        AnchorsReader reader = AnchorsReader.begin(new ByteArrayInputStream(body), CancellationToken.NONE);
        int count = 0;
        while (reader.next() != null) {
            count++;
        }
        return count;
    }
}
