package dev.anchors.examples.jdbc;

import dev.anchors.ports.AnchorRepository;
import dev.anchors.testkit.contract.AnchorRepositoryContract;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.InstantSource;
import java.util.UUID;
import org.h2.jdbcx.JdbcConnectionPool;

/** Demonstrates how the contract certifies an adapter. Each repository has its own in-memory database of H2. */
class JdbcAnchorRepositoryContractTest extends AnchorRepositoryContract {

    private JdbcConnectionPool database;

    @Override
    protected AnchorRepository newRepository(InstantSource clock) throws SQLException {
        database = JdbcConnectionPool.create("jdbc:h2:mem:" + UUID.randomUUID(), "anchors", "");
        AnchorTables.create(database);
        return new JdbcAnchorRepository(database, clock);
    }

    @Override
    protected void disconnectService() throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("shutdown");
        }
    }

    /** Closes the last connection, which deletes an in-memory database. */
    @Override
    protected void cleanUp() {
        database.dispose();
    }
}
