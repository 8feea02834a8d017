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

/** Demonstrates what is left to an adapter's own tests: what only its author can break, and what no rule names. */
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
    void drop() {
        database.dispose();
    }

    @Test
    void everything_of_a_seed_is_kept_and_no_more_of_a_time_than_the_tables_hold() {
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
    void a_create_that_fails_half_way_is_taken_back() throws SQLException {
        execute("alter table links rename to elsewhere");

        assertThatExceptionOfType(ServiceFailedException.class)
                .isThrownBy(() -> anchors.create(SEED))
                .withCauseInstanceOf(SQLException.class)
                .satisfies(failure -> {
                    assertThat(failure.effect()).isEqualTo(Effect.NONE);
                    assertThat(failure.status()).isEmpty();
                });

        execute("alter table elsewhere rename to links");
        assertThat(anchors.snapshot()).isEmpty();
    }

    @Test
    void a_database_that_cannot_be_reached_is_unavailable() {
        JdbcConnectionPool nowhere = JdbcConnectionPool.create("jdbc:h2:mem:none;IFEXISTS=TRUE", "anchors", "");
        AnchorRepository unreachable = new JdbcAnchorRepository(nowhere, Clock.systemUTC());

        assertThatExceptionOfType(ConnectionFailedException.class)
                .isThrownBy(() -> unreachable.create(SEED))
                .withCauseInstanceOf(SQLException.class)
                .extracting(AnchorRepositoryException::effect)
                .isEqualTo(Effect.NONE);
    }

    @Test
    void a_create_whose_commit_was_not_answered_may_have_been_applied() {
        AnchorRepository unlucky = new JdbcAnchorRepository(losingTheAnswerToCommit(), Clock.systemUTC());

        assertThatExceptionOfType(ConnectionFailedException.class)
                .isThrownBy(() -> unlucky.create(SEED))
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

    private DataSource losingTheAnswerToCommit() {
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
