package dev.anchors.http.internal.json;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.anchors.domain.Anchor;
import dev.anchors.domain.AssetId;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

class IdleReadersTest {

    @Test
    void documents_that_follow_each_other_share_nothing() throws IOException {
        for (int i = 0; i < 100; i++) {
            assertIsRead(i);
            assertThatExceptionOfType(MalformedBodyException.class)
                    .isThrownBy(
                            () -> AnchorReader.read(body("{\"id\":\"broken\",\"links\":[{"), CancellationToken.NONE));
        }
    }

    @Test
    void one_thread_can_read_two_documents_in_turn() throws IOException {
        assertIsRead(0); // leaves a reader behind
        AnchorsReader one = AnchorsReader.begin(
                body("{\"iterable\":[" + anchor(1) + "," + anchor(2) + "]}"), CancellationToken.NONE);
        AnchorsReader other = AnchorsReader.begin(
                body("{\"iterable\":[" + anchor(3) + "," + anchor(4) + "]}"), CancellationToken.NONE);

        List<Anchor> anchors = new ArrayList<>();
        for (int i = 0; i < 2; i++) {
            anchors.add(one.next());
            anchors.add(other.next());
            assertIsRead(5);
        }

        assertThat(anchors).extracting(anchor -> anchor.id().value()).containsExactly("a1", "a3", "a2", "a4");
        assertThat(one.next()).isNull();
        assertThat(other.next()).isNull();
    }

    @Test
    void many_threads_read_at_the_same_time() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(40);
        try {
            List<Future<?>> reads = new ArrayList<>();
            for (int thread = 0; thread < 40; thread++) {
                int first = thread * 1_000;
                reads.add(threads.submit(() -> {
                    for (int i = first; i < first + 500; i++) {
                        assertIsRead(i);
                    }
                    return null;
                }));
            }
            for (Future<?> read : reads) {
                read.get();
            }
        } finally {
            threads.shutdownNow();
        }
    }

    private static void assertIsRead(int number) throws IOException {
        Anchor anchor = AnchorReader.read(body(anchor(number)), CancellationToken.NONE);

        assertThat(anchor.id().value()).isEqualTo("a" + number);
        assertThat(anchor.links()).containsExactly(new AssetId("m" + number));
        assertThat(anchor.created().readable()).contains("time " + number);
    }

    /** Returns an anchor whose fields have an order of their own. */
    private static String anchor(int number) {
        String id = "\"id\":\"a" + number + "\"";
        String created = "\"created\":{\"value\":\"2024-05-01T08:00:00Z\",\"readable\":\"time " + number + "\"}";
        String assets = "\"assets\":{\"iterable\":[{\"id\":\"m" + number + "\"}]}";
        List<String> fields = List.of(id, created, assets);
        return "{" + fields.get(number % 3) + "," + fields.get((number + 1) % 3) + "," + fields.get((number + 2) % 3)
                + "}";
    }

    private static InputStream body(String json) {
        return new ByteArrayInputStream(json.getBytes(UTF_8));
    }
}
