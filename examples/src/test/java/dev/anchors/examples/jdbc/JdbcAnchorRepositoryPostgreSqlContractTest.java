package dev.anchors.examples.jdbc;

import dev.anchors.ports.AnchorRepository;
import dev.anchors.testkit.contract.AnchorRepositoryContract;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.InstantSource;
import java.util.UUID;
import org.h2.jdbcx.JdbcConnectionPool;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.postgresql.ds.PGConnectionPoolDataSource;

/** Demonstrates the same certification on a running PostgreSQL server. Each repository has its own schema. */
@EnabledIfEnvironmentVariable(
        named = "ANCHORS_JDBC_URL",
        matches = ".+",
        disabledReason =
                "set it to the URL of a PostgreSQL database, such as jdbc:postgresql://127.0.0.1/anchors?user=ada")
class JdbcAnchorRepositoryPostgreSqlContractTest extends AnchorRepositoryContract {

    private String schema;
    private JdbcConnectionPool database;

    @Override
    protected AnchorRepository newRepository(InstantSource clock) throws SQLException {
        schema = "anchors_" + UUID.randomUUID().toString().replace('-', '_');
        PGConnectionPoolDataSource server = new PGConnectionPoolDataSource();
        server.setUrl(System.getenv("ANCHORS_JDBC_URL"));
        server.setCurrentSchema(schema);
        database = JdbcConnectionPool.create(server); // the pool of H2 works with any driver
        execute("create schema " + schema);
        AnchorTables.create(database);
        return new JdbcAnchorRepository(database, clock);
    }

    @Override
    protected void disconnectService() throws SQLException {
        execute("drop schema " + schema + " cascade");
    }

    @Override
    protected void cleanUp() throws SQLException {
        execute("drop schema if exists " + schema + " cascade");
        database.dispose();
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
