package dev.anchors.examples.jdbc;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/**
 * The tables, as a list of migrations: the n-th migration leads from version n - 1 of the tables to version n. A migration
 * that has been released never changes.
 *
 * <p>Each migration is a transaction. Some databases, such as H2, commit after each statement that creates or changes a
 * table. Therefore every statement has to succeed when it is executed again: a migration that ended half-way is repeated.
 */
final class Schema {

    /** The tables that this version of the program uses. */
    static final Schema CURRENT = new Schema(List.of(List.of(
            // a row contains the only point of its anchor, too
            """
            create table if not exists anchors (
                ordinal bigint generated always as identity,
                id varchar primary key,
                type varchar not null,
                name varchar,
                watch boolean,
                point varchar not null,
                path varchar not null,
                platform varchar,
                created timestamp(6) with time zone not null,
                updated timestamp(6) with time zone not null,
                migration bigint,
                semantic varchar)
            """, """
            create table if not exists links (
                anchor varchar not null references anchors (id) on delete cascade,
                ordinal bigint generated always as identity,
                kind varchar not null,
                material varchar not null,
                primary key (anchor, ordinal))
            """)));

    private final List<List<String>> migrations;

    Schema(List<List<String>> migrations) {
        this.migrations = migrations;
    }

    /**
     * Applies the migrations that a database lacks, in order.
     *
     * @throws DatabaseException if the database has a later version than this schema
     */
    void migrate(Connection connection) throws SQLException {
        connection.setAutoCommit(false);
        try {
            execute(connection, "create table if not exists schema_versions (version integer primary key)");
            for (int version = requireKnownVersion(connection); version < migrations.size(); version++) {
                apply(connection, version + 1);
            }
            connection.commit();
        } catch (SQLException | RuntimeException failure) {
            connection.rollback();
            throw failure;
        }
    }

    private int requireKnownVersion(Connection connection) throws SQLException {
        int version = version(connection);
        if (version > migrations.size()) {
            throw new DatabaseException(
                    "the tables of the database have version " + version + ", and this program knows versions up to "
                            + migrations.size() + "; use a later version of the program, or another database",
                    null);
        }
        return version;
    }

    private static int version(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select coalesce(max(version), 0) from schema_versions")) {
            row.next();
            return row.getInt(1);
        }
    }

    private void apply(Connection connection, int version) throws SQLException {
        for (String statement : migrations.get(version - 1)) {
            execute(connection, statement);
        }
        try (PreparedStatement insert = connection.prepareStatement("insert into schema_versions values (?)")) {
            insert.setInt(1, version);
            insert.executeUpdate();
        }
        connection.commit();
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
