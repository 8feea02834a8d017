package dev.anchors.examples.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.anchors.domain.Anchor;
import dev.anchors.domain.SeededAnchor;
import dev.anchors.ports.AnchorRepository;
import dev.anchors.ports.ConnectionFailedException;
import dev.anchors.ports.Effect;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Demonstrates what callers see of a database server that stops and starts again. */
@Timeout(DatabaseDownTest.TIMEOUT_SECONDS)
class DatabaseDownTest {

    /** Shorter than two waits of a repository with the defaults of its pool, or than 60 waits of the tests' one second. */
    static final int TIMEOUT_SECONDS = 50;

    private static final int CALLERS = 60 * ConnectionPool.SIZE;

    @TempDir
    private Path folder;

    private DatabaseServer server;
    private JdbcAnchorRepository anchors;

    @BeforeEach
    void openDatabase() throws Exception {
        server = DatabaseServer.start(folder);
        anchors = JdbcAnchorRepository.open(server.url(), Clock.systemUTC(), Duration.ofSeconds(1));
    }

    @AfterEach
    void closeDatabase() {
        anchors.close();
        server.stop();
    }

    @Test
    void calls_fail_with_a_message_about_the_database_and_succeed_as_soon_as_it_runs_again() throws Exception {
        Anchor anchor = anchors.create(SeededAnchor.file("/notes"));

        server.stop();
        assertNoConnection(anchors);
        assertNoConnection(anchors);

        server.startAgain();
        assertThat(snapshotOnceItSucceeds()).containsExactly(anchor);
    }

    /** More callers than connections: those who wait for a connection of another call fail with that call. */
    @Test
    void all_callers_at_once_fail_when_the_database_is_down() throws Exception {
        server.stop();
        ExecutorService callers = Executors.newFixedThreadPool(CALLERS);
        try {
            List<Future<?>> calls = new ArrayList<>();
            for (int i = 0; i < CALLERS; i++) {
                calls.add(callers.submit(() -> assertNoConnection(anchors)));
            }
            for (Future<?> call : calls) {
                call.get();
            }
        } finally {
            callers.shutdownNow();
        }
    }

    private static void assertNoConnection(AnchorRepository repository) {
        assertThatExceptionOfType(ConnectionFailedException.class)
                .isThrownBy(repository::snapshot)
                .withMessageMatching("snapshot: no connection to the database( \\(SQLSTATE \\w+\\))?;"
                        + " check that the database runs and accepts connections")
                .satisfies(failure -> assertThat(failure.effect()).isEqualTo(Effect.NONE));
    }

    private Iterable<Anchor> snapshotOnceItSucceeds() {
        while (true) {
            try {
                return anchors.snapshot();
            } catch (ConnectionFailedException tooEarly) {
                // the pool connects again after a pause; the timeout of the test limits the attempts
            }
        }
    }
}
