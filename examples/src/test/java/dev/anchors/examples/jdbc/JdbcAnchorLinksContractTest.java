package dev.anchors.examples.jdbc;

import dev.anchors.ports.AnchorLinks;
import dev.anchors.testkit.contract.AnchorLinksContract;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.UUID;

/** Demonstrates how the contract certifies the links of an adapter. Each repository has its own in-memory database of H2. */
class JdbcAnchorLinksContractTest extends AnchorLinksContract<JdbcAnchorRepository> {

    private TestDatabase database;

    @Override
    protected JdbcAnchorRepository newRepository(InstantSource clock) {
        database = new TestDatabase("jdbc:h2:mem:" + UUID.randomUUID() + TestDatabase.PATIENCE);
        return JdbcAnchorRepository.open(database.url(), clock);
    }

    @Override
    protected AnchorLinks links(JdbcAnchorRepository repository) {
        return repository.links();
    }

    @Override
    protected void disconnectService() throws SQLException {
        database.execute("shutdown");
    }
}
