package dev.anchors.examples.jdbc;

import dev.anchors.ports.FullAnchorRepository;
import dev.anchors.testkit.contract.FullAnchorRepositoryContract;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.UUID;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** Demonstrates how the contract certifies an adapter. Each repository has its own in-memory database of H2. */
@Execution(ExecutionMode.CONCURRENT)
class JdbcAnchorRepositoryContractTest extends FullAnchorRepositoryContract {

    private TestDatabase database;

    @Override
    protected FullAnchorRepository newRepository(InstantSource clock) {
        database = new TestDatabase("jdbc:h2:mem:" + UUID.randomUUID() + TestDatabase.PATIENCE);
        return JdbcAnchorRepository.open(database.url(), clock);
    }

    @Override
    protected void disconnectService() throws SQLException {
        database.execute("shutdown");
    }
}
