package dev.anchors.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A snapshot that does not fit into the heap of a program ends with an error, and harms no later call. */
@Timeout(120)
class FullHeapTest {

    private static final long MANY_BYTES = 200L * 1024 * 1024;
    private static final int ANCHORS_PER_WRITE = 100;

    @Test
    void the_next_call_works_and_the_listener_is_notified_after_a_snapshot_that_fills_the_heap() throws Exception {
        try (RawServer server = RawServer.start(FullHeapTest::serve)) {
            Process program = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-Xmx14m",
                            "-XX:NewRatio=1",
                            "-XX:+UseSerialGC",
                            "-XX:TieredStopAtLevel=1", // a program that ends so soon is not worth optimising
                            "-cp",
                            classPath(),
                            FullHeap.class.getName(),
                            server.baseUrl().toString())
                    .redirectErrorStream(true)
                    .start();
            String output = new String(program.getInputStream().readAllBytes(), UTF_8);

            assertThat(program.waitFor()).as(output).isZero();
            assertThat(output.lines())
                    .containsExactly(
                            "FIND Optional.empty",
                            "SNAPSHOT Optional[class java.lang.OutOfMemoryError]",
                            "FIND Optional.empty",
                            "SNAPSHOT Optional[class java.lang.OutOfMemoryError]",
                            "FIND Optional.empty");
        }
    }

    private static void serve(RawConnection connection) throws IOException {
        while (true) {
            RawConnection.Request request = connection.readRequest();
            if (!request.line().startsWith("GET /anchors?")) {
                connection.send(TestResponses.to(request));
                continue;
            }
            connection.send("HTTP/1.1 200 OK\r\n\r\n{\"iterable\":[");
            int first = 0;
            for (long sent = 0; sent < MANY_BYTES; first += ANCHORS_PER_WRITE) {
                String anchors = anchors(first);
                connection.send(anchors);
                sent += anchors.length();
            }
        }
    }

    private static String anchors(int first) {
        return IntStream.range(first, first + ANCHORS_PER_WRITE)
                .mapToObj(number -> ChunkedAnchors.anchor("a" + number) + ",")
                .collect(Collectors.joining());
    }

    private static String classPath() {
        return Stream.of(
                        Path.of("target", "test-classes").toAbsolutePath().toString(),
                        System.getProperty("java.class.path"),
                        System.getProperty("jdk.module.path"))
                .filter(Objects::nonNull)
                .filter(path -> !path.isEmpty())
                .collect(Collectors.joining(File.pathSeparator));
    }
}
