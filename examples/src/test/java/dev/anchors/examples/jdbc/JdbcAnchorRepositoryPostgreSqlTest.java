package dev.anchors.examples.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.anchors.domain.Anchor;
import dev.anchors.domain.AnchorId;
import dev.anchors.domain.SeededAnchor;
import dev.anchors.ports.ConnectionFailedException;
import dev.anchors.ports.RequestRefusedException;
import java.sql.SQLException;
import java.time.Clock;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;

/** Demonstrates what only a server of PostgreSQL can show. */
@EnabledIfEnvironmentVariable(
        named = PostgreSqlSchema.URL_VARIABLE,
        matches = ".+",
        disabledReason = PostgreSqlSchema.DISABLED_REASON)
class JdbcAnchorRepositoryPostgreSqlTest {

    private PostgreSqlSchema schema;

    @BeforeEach
    void createSchema() throws SQLException {
        schema = PostgreSqlSchema.create();
    }

    @AfterEach
    void dropSchema() throws SQLException {
        schema.drop();
    }

    @Test
    void text_that_the_database_cannot_hold_as_it_is_is_kept() {
        try (JdbcAnchorRepository anchors = JdbcAnchorRepository.open(schema.url(), Clock.systemUTC())) {
            OddText.assertKept(anchors);
        }
    }

    @Test
    void text_that_the_encoding_of_the_database_does_not_have_is_refused_with_a_reason() throws SQLException {
        String name = "anchors_" + UUID.randomUUID().toString().replace('-', '_');
        schema.server().execute("create database " + name + " encoding 'LATIN1' locale 'C' template template0");
        String url = schema.server().url().replaceFirst("(jdbc:postgresql://[^/]+/)[^?]*", "$1" + name);
        try (JdbcAnchorRepository anchors = JdbcAnchorRepository.open(url, Clock.systemUTC())) {
            assertThatExceptionOfType(RequestRefusedException.class)
                    .isThrownBy(() -> anchors.create(SeededAnchor.file("/設計")))
                    .withMessageContaining(": the database cannot store a value of the request (SQLSTATE 22P05);");
            assertThat(anchors.snapshot()).isEmpty();
        } finally {
            schema.server().execute("drop database " + name + " with (force)");
        }
    }

    @Test
    void a_call_whose_connection_the_server_ends_fails_and_the_next_one_succeeds() throws SQLException {
        try (JdbcAnchorRepository anchors = JdbcAnchorRepository.open(schema.url(), Clock.systemUTC())) {
            Anchor anchor = anchors.create(SeededAnchor.file("/notes"));
            // none of these connections is idle for long, so the pool does not test them before their next use
            anchors.find(new AnchorId("nobody"));
            schema.endConnections("%links l on%");
            try {
                anchors.snapshot();
            } catch (ConnectionFailedException ended) {
                assertThat(ended).hasMessageContaining("no connection to the database");
            }

            assertThat(anchors.snapshot()).containsExactly(anchor);
        }
    }
}
