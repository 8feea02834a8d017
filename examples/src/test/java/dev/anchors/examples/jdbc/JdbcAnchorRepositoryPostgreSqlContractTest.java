package dev.anchors.examples.jdbc;

import dev.anchors.ports.AnchorRepository;
import dev.anchors.ports.FullAnchorRepository;
import dev.anchors.testkit.contract.FullAnchorRepositoryContract;
import java.sql.SQLException;
import java.time.Clock;
import java.time.InstantSource;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;

/** Demonstrates the same certification on a running PostgreSQL server. Each repository has its own schema. */
@EnabledIfEnvironmentVariable(
        named = PostgreSqlSchema.URL_VARIABLE,
        matches = ".+",
        disabledReason = PostgreSqlSchema.DISABLED_REASON)
class JdbcAnchorRepositoryPostgreSqlContractTest extends FullAnchorRepositoryContract {

    private PostgreSqlSchema schema;

    @Override
    protected FullAnchorRepository newRepository(InstantSource clock) throws SQLException {
        schema = PostgreSqlSchema.create();
        return JdbcAnchorRepository.open(schema.url(), clock);
    }

    @Override
    protected FullAnchorRepository reopen(AnchorRepository closed) {
        return JdbcAnchorRepository.open(schema.url(), Clock.systemUTC());
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
