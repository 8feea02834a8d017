package dev.anchors.examples.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.anchors.domain.AnchorId;
import dev.anchors.domain.SeededAnchor;
import dev.anchors.domain.TagId;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RepeatedReadsTest {

    private static final int CHANGES = 1_000;
    private static final int READERS = 3;

    private final AtomicInteger seen = new AtomicInteger();

    @Test
    void no_read_returns_an_earlier_state_than_a_read_before_it(@TempDir Path folder) throws Exception {
        String url = "jdbc:h2:" + folder.resolve("anchors");
        ExecutorService threads = Executors.newFixedThreadPool(READERS);
        try (JdbcAnchorRepository anchors = JdbcAnchorRepository.open(url, Clock.systemUTC())) {
            AnchorId id =
                    anchors.create(SeededAnchor.file("/home/ada/notes.md")).id();
            List<Future<Integer>> earlier = new ArrayList<>();
            for (int i = 0; i < READERS; i++) {
                earlier.add(threads.submit(() -> readsOfAnEarlierState(anchors, id)));
            }
            for (int i = 0; i < CHANGES; i++) {
                anchors.links().associate(id, new TagId("tag-" + i));
            }
            for (Future<Integer> reader : earlier) {
                assertThat(reader.get()).isZero();
            }
        } finally {
            threads.shutdownNow();
        }
    }

    private int readsOfAnEarlierState(JdbcAnchorRepository anchors, AnchorId id) {
        int earlier = 0;
        int links = 0;
        while (links < CHANGES) {
            int before = seen.get();
            links = anchors.find(id).orElseThrow().links().size();
            earlier += links < before ? 1 : 0;
            seen.accumulateAndGet(links, Math::max);
        }
        return earlier;
    }
}
