package dev.anchors.examples.jdbc;

import dev.anchors.ports.AnchorRepository;
import dev.anchors.ports.FullAnchorRepository;
import dev.anchors.testkit.contract.FullAnchorRepositoryContract;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.InstantSource;
import java.util.UUID;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/**
 * Demonstrates the contract on a database of H2 in a file. An interrupt of a thread that reads or writes a file closes
 * the file for all threads (see {@link java.nio.channels.ClosedByInterruptException}), and H2 then closes the database. So
 * no caller may interrupt the threads of the database (FAI-4).
 */
@Execution(ExecutionMode.CONCURRENT)
class JdbcAnchorRepositoryH2FileContractTest extends FullAnchorRepositoryContract {

    @TempDir
    Path folder;

    private TestDatabase database;

    @Override
    protected FullAnchorRepository newRepository(InstantSource clock) {
        database =
                new TestDatabase("jdbc:h2:" + folder.resolve(UUID.randomUUID().toString()) + TestDatabase.PATIENCE);
        return JdbcAnchorRepository.open(database.url(), clock);
    }

    @Override
    protected FullAnchorRepository reopen(AnchorRepository closed) {
        return JdbcAnchorRepository.open(database.url(), Clock.systemUTC());
    }

    /** Fewer than by default: each change is written to the disk, and the same histories run on a database in memory. */
    @Override
    protected int histories() {
        return Integer.getInteger("anchors.histories", 10);
    }

    /** Drops the tables, since H2 would open a database again that was only shut down. */
    @Override
    protected void disconnectService() throws SQLException {
        database.execute("drop all objects");
    }
}
