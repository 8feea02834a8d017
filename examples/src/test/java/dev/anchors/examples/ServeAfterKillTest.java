package dev.anchors.examples;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.anchors.domain.Anchor;
import dev.anchors.domain.AnchorId;
import dev.anchors.domain.Anchors;
import dev.anchors.domain.SeededAnchor;
import dev.anchors.domain.TagId;
import dev.anchors.examples.jdbc.JavaProcess;
import dev.anchors.http.HttpAnchorRepository;
import dev.anchors.ports.AnchorRepositoryException;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Proves that the stand-in service with a file of H2 loses no change whose call it has acknowledged when its process is
 * killed. The property {@code anchors.kills} sets how often that happens, {@code anchors.killSeed} when.
 */
class ServeAfterKillTest {

    private static final int KILLS = Integer.getInteger("anchors.kills", 2);
    private static final long SEED = Long.getLong("anchors.killSeed", 20);
    private static final int WRITERS = 4;
    private static final TagId TAG = new TagId("tag-1");

    @TempDir
    private Path folder;

    @Test
    void no_acknowledged_change_is_lost_when_the_service_is_killed() throws Exception {
        Random random = new Random(SEED);
        List<Book> books = new ArrayList<>();
        for (int kill = 0; kill < KILLS; kill++) {
            books.addAll(writeUntilKilled(1 + random.nextInt(300)));

            Process service = start();
            try (HttpAnchorRepository anchors = client(service)) {
                Anchors stored = anchors.snapshot();
                for (Book book : books) {
                    book.compare(stored);
                }
                assertThat(books.stream().mapToInt(Book::acknowledged).sum()).isPositive();
            } finally {
                kill(service);
            }
        }
    }

    /** Kills a service as soon as it has acknowledged so many changes. Returns what each writer knows of its changes. */
    private List<Book> writeUntilKilled(int changes) throws Exception {
        Process service = start();
        CountDownLatch acknowledged = new CountDownLatch(changes);
        ExecutorService writers = Executors.newFixedThreadPool(WRITERS);
        try (HttpAnchorRepository anchors = client(service)) {
            List<Future<Book>> books = new ArrayList<>();
            for (int i = 0; i < WRITERS; i++) {
                books.add(writers.submit(() -> new Book().writeUntilFailure(anchors, acknowledged)));
            }
            acknowledged.await();
            kill(service);
            List<Book> written = new ArrayList<>();
            for (Future<Book> book : books) {
                written.add(book.get());
            }
            return written;
        } finally {
            kill(service);
            writers.shutdownNow();
        }
    }

    private Process start() throws IOException {
        return JavaProcess.builder(
                        Main.class, "serve", "--port", "0", "--jdbc-url", "jdbc:h2:" + folder.resolve("anchors"))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }

    private static HttpAnchorRepository client(Process service) throws IOException {
        String line = new BufferedReader(new InputStreamReader(service.getInputStream(), UTF_8)).readLine();
        return HttpAnchorRepository.builder()
                .baseUrl(line.replace("listening on ", ""))
                .build();
    }

    private static void kill(Process service) throws InterruptedException {
        service.destroyForcibly().waitFor();
    }

    /** What one writer knows of the changes that it made. */
    private static final class Book {

        private final List<AnchorId> created = new ArrayList<>();
        private final List<AnchorId> linked = new ArrayList<>();
        private final List<AnchorId> deleted = new ArrayList<>();

        /** Creates anchors, links every second one and deletes every third one, until a call fails. */
        Book writeUntilFailure(HttpAnchorRepository anchors, CountDownLatch acknowledged) {
            try {
                for (int i = 0; ; i++) {
                    AnchorId anchor =
                            anchors.create(SeededAnchor.file("/notes/" + i)).id();
                    created.add(anchor);
                    acknowledged.countDown();
                    if (i % 2 == 0) {
                        anchors.links().associate(anchor, TAG);
                        linked.add(anchor);
                        acknowledged.countDown();
                    }
                    if (i % 3 == 0) {
                        created.remove(anchor); // whether it is there is unknown until the call has ended
                        linked.remove(anchor);
                        anchors.delete(anchor);
                        deleted.add(anchor);
                        acknowledged.countDown();
                    }
                }
            } catch (AnchorRepositoryException end) {
                return this;
            }
        }

        void compare(Anchors stored) {
            assertThat(created).allMatch(id -> stored.find(id).isPresent());
            assertThat(deleted).noneMatch(id -> stored.find(id).isPresent());
            assertThat(linked)
                    .isSubsetOf(stored.linkedTo(TAG).stream().map(Anchor::id).toList());
        }

        int acknowledged() {
            return created.size() + linked.size() + deleted.size();
        }
    }
}
