package dev.anchors.examples.jdbc;

import dev.anchors.ports.AnchorRepository;
import dev.anchors.testkit.contract.AnchorRepositoryContract;
import java.sql.SQLException;
import java.time.InstantSource;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;

/** Demonstrates the same certification on a running PostgreSQL server. Each repository has its own schema. */
@EnabledIfEnvironmentVariable(
        named = PostgreSqlSchema.URL_VARIABLE,
        matches = ".+",
        disabledReason = PostgreSqlSchema.DISABLED_REASON)
class JdbcAnchorRepositoryPostgreSqlContractTest extends AnchorRepositoryContract {

    private PostgreSqlSchema schema;

    @Override
    protected AnchorRepository newRepository(InstantSource clock) throws SQLException {
        schema = PostgreSqlSchema.create();
        return JdbcAnchorRepository.open(schema.url(), clock);
    }

    @Override
    protected void disconnectService() throws SQLException {
        schema.drop();
    }

    @Override
    protected void cleanUp() throws SQLException {
        schema.drop();
    }
}
