package dev.anchors.examples.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.anchors.domain.Anchor;
import dev.anchors.domain.AnchorType;
import dev.anchors.domain.AssetId;
import dev.anchors.domain.EmbeddedModelSchema;
import dev.anchors.domain.FullPath;
import dev.anchors.domain.PersonId;
import dev.anchors.domain.SeededAnchor;
import dev.anchors.ports.AnchorRepository;
import dev.anchors.ports.AnchorRepositoryException;
import dev.anchors.ports.ConnectionFailedException;
import dev.anchors.ports.Effect;
import dev.anchors.ports.ServiceFailedException;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Instant;
import java.time.InstantSource;
import java.util.UUID;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcConnectionPool;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Demonstrates the tests that the contract cannot contain: the tables, and failures that only this adapter can provoke.
 */
class JdbcAnchorRepositoryTest {

    private static final SeededAnchor SEED = SeededAnchor.builder(AnchorType.FILE, new FullPath("/notes"))
            .asset(new AssetId("note"))
            .build();

    private final JdbcConnectionPool database =
            JdbcConnectionPool.create("jdbc:h2:mem:" + UUID.randomUUID(), "anchors", "");
    private final AnchorRepository anchors = new JdbcAnchorRepository(database, Clock.systemUTC());

    @BeforeEach
    void createTables() throws SQLException {
        AnchorTables.create(database);
    }

    @AfterEach
    void deleteDatabase() {
        database.dispose();
    }

    @Test
    void the_tables_store_every_field_of_a_seed_and_times_in_microseconds() {
        InstantSource clock = InstantSource.fixed(Instant.parse("2024-04-17T09:30:00.123456789Z"));
        SeededAnchor seed = SEED.toBuilder()
                .person(new PersonId("ada"))
                .person(new PersonId("charles"))
                .schema(new EmbeddedModelSchema(7, "MAJOR_0_MINOR_0_PATCH_1"))
                .build();

        Anchor created = new JdbcAnchorRepository(database, clock).create(seed);

        assertThat(created.persons()).containsExactlyElementsOf(seed.persons());
        assertThat(created.schema()).isEqualTo(seed.schema());
        assertThat(created.created().value()).isEqualTo("2024-04-17T09:30:00.123456Z");
        assertThat(anchors.snapshot()).containsExactly(created);
    }

    @Test
    void a_create_that_fails_before_its_commit_is_rolled_back() throws SQLException {
        execute("alter table links rename to renamed");

        assertThatExceptionOfType(ServiceFailedException.class)
                .isThrownBy(() -> anchors.create(SEED))
                .withCauseInstanceOf(SQLException.class)
                .satisfies(failure -> {
                    assertThat(failure.effect()).isEqualTo(Effect.NONE);
                    assertThat(failure.status()).isEmpty();
                });

        execute("alter table renamed rename to links");
        assertThat(anchors.snapshot()).isEmpty();
    }

    @Test
    void an_unreachable_database_is_a_failed_connection_without_effect() {
        JdbcConnectionPool missing = JdbcConnectionPool.create("jdbc:h2:mem:missing;IFEXISTS=TRUE", "anchors", "");
        AnchorRepository unreachable = new JdbcAnchorRepository(missing, Clock.systemUTC());

        assertThatExceptionOfType(ConnectionFailedException.class)
                .isThrownBy(() -> unreachable.create(SEED))
                .withCauseInstanceOf(SQLException.class)
                .extracting(AnchorRepositoryException::effect)
                .isEqualTo(Effect.NONE);
    }

    @Test
    void a_create_whose_commit_loses_its_response_has_an_unknown_effect() {
        AnchorRepository unreliable = new JdbcAnchorRepository(databaseThatLosesCommitResponses(), Clock.systemUTC());

        assertThatExceptionOfType(ConnectionFailedException.class)
                .isThrownBy(() -> unreliable.create(SEED))
                .extracting(AnchorRepositoryException::effect)
                .isEqualTo(Effect.UNKNOWN);

        assertThat(anchors.snapshot()).hasSize(1);
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private DataSource databaseThatLosesCommitResponses() {
        return proxy(DataSource.class, (source, call, arguments) -> {
            Connection connection = database.getConnection();
            return proxy(Connection.class, (proxied, method, values) -> {
                Object result = method.invoke(connection, values);
                if (method.getName().equals("commit")) {
                    throw new SQLException("connection reset", "08006");
                }
                return result;
            });
        });
    }

    private static <T> T proxy(Class<T> type, InvocationHandler handler) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler));
    }
}
