package dev.anchors.benchmarks;

import dev.anchors.domain.Anchor;
import dev.anchors.http.internal.json.AnchorReader;
import dev.anchors.http.internal.json.CancellationToken;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
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
import org.openjdk.jmh.annotations.Warmup;

/**
 * Measures the time to decode the document of one anchor, which is mostly set-up. The baseline reads the tokens of the same
 * documents. No two documents share an id, since parsers that remember names are fast for a document that they know.
 *
 * <p>Run: {@code java -jar benchmarks/target/benchmarks.jar DecodeOne -prof gc}
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 5, time = 2)
@Measurement(iterations = 5, time = 1)
@Fork(2)
public class DecodeOneBenchmark {

    static final int DOCUMENTS = 4_096;

    private List<byte[]> documents;
    private int next;

    /** Creates the documents. */
    @Setup
    public void createDocuments() {
        documents = Payload.documents(DOCUMENTS);
    }

    /** Decodes as a create does. */
    @Benchmark
    public Anchor decodeOne() throws IOException {
        return AnchorReader.read(nextDocument(), CancellationToken.NONE);
    }

    /** The baseline. */
    @Benchmark
    public int readTokensOfOne() {
        return Tokens.count(nextDocument());
    }

    private ByteArrayInputStream nextDocument() {
        next = (next + 1) % DOCUMENTS;
        return new ByteArrayInputStream(documents.get(next));
    }
}
