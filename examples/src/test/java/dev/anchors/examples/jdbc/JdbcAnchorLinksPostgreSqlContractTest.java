package dev.anchors.examples.jdbc;

import dev.anchors.ports.AnchorLinks;
import dev.anchors.testkit.contract.AnchorLinksContract;
import java.sql.SQLException;
import java.time.InstantSource;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;

/** Demonstrates the certification of links on a running PostgreSQL server. Each repository has its own schema. */
@EnabledIfEnvironmentVariable(
        named = PostgreSqlSchema.URL_VARIABLE,
        matches = ".+",
        disabledReason = PostgreSqlSchema.DISABLED_REASON)
class JdbcAnchorLinksPostgreSqlContractTest extends AnchorLinksContract<JdbcAnchorRepository> {

    private PostgreSqlSchema schema;

    @Override
    protected JdbcAnchorRepository newRepository(InstantSource clock) throws SQLException {
        schema = PostgreSqlSchema.create();
        return JdbcAnchorRepository.open(schema.url(), clock);
    }

    @Override
    protected AnchorLinks links(JdbcAnchorRepository repository) {
        return repository.links();
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
