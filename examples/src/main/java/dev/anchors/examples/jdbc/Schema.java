package dev.anchors.examples.jdbc;

import dev.anchors.domain.FullPath;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/**
 * The tables, as a list of migrations: the n-th migration leads from version n - 1 of the tables to version n. A migration
 * that has been released never changes. Each one is a transaction.
 */
final class Schema {

    private static final long LOCK = 0x616e63686f7273L; // "anchors": a number that no other program should use
    private static final List<String> ANCHORS_KEY = List.of("id");

    /** The tables that this version of the program uses. */
    static final Schema CURRENT = new Schema(List.of(
            // a row contains the only point of its anchor, too
            Migration.sql("""
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
                    """),
            // text was stored as it is before
            Migration.of(
                    Migration.text("anchors", ANCHORS_KEY, "type", StoredText::write),
                    Migration.text("anchors", ANCHORS_KEY, "name", StoredText::write),
                    Migration.text("anchors", ANCHORS_KEY, "path", StoredText::write),
                    Migration.text("anchors", ANCHORS_KEY, "platform", StoredText::write),
                    Migration.text("anchors", ANCHORS_KEY, "semantic", StoredText::write),
                    Migration.text("links", List.of("anchor", "ordinal"), "material", StoredText::write)),
            // the path of a drive was stored as editors write it, such as /c:/notes
            Migration.of(Migration.text("anchors", ANCHORS_KEY, "path", Schema::normalized))));

    private static String normalized(String storedPath) {
        return StoredText.write(
                new FullPath(StoredText.read(storedPath)).normalized().value());
    }

    private final List<Migration> migrations;

    Schema(List<Migration> migrations) {
        this.migrations = migrations;
    }

    /**
     * Applies the migrations that a database lacks, in order. Programs that do so at the same time wait for each other.
     *
     * @throws DatabaseException if the database has a later version than this schema
     */
    void migrate(Connection connection) throws SQLException {
        connection.setAutoCommit(false);
        synchronized (Schema.class) { // an embedded database belongs to one process
            try {
                while (applyNext(connection)) {
                    connection.commit();
                }
                connection.commit();
            } catch (SQLException | RuntimeException failure) {
                connection.rollback();
                throw failure;
            }
        }
    }

    /** Applies the next migration. Returns false if there is none. */
    private boolean applyNext(Connection connection) throws SQLException {
        lock(connection);
        Migration.sql("create table if not exists schema_versions (version integer primary key)")
                .apply(connection);
        int version = requireKnownVersion(connection);
        if (version == migrations.size()) {
            return false;
        }
        try {
            migrations.get(version).apply(connection);
            insertVersion(connection, version + 1);
        } catch (SQLException failure) {
            connection.rollback();
            if (version(connection) == version) {
                throw failure;
            } // else another process has applied it, on a database of H2 that several share by AUTO_SERVER
        }
        return true;
    }

    /**
     * Makes other processes wait until the end of the transaction, on PostgreSQL. The condition {@code if not exists} does not:
     * PostgreSQL lets two transactions create one table, of which the second fails at its commit.
     */
    private static void lock(Connection connection) throws SQLException {
        if (connection.getMetaData().getDatabaseProductName().equals("PostgreSQL")) {
            Migration.sql("select pg_advisory_xact_lock(" + LOCK + ")").apply(connection);
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

    private static void insertVersion(Connection connection, int version) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement("insert into schema_versions values (?)")) {
            insert.setInt(1, version);
            insert.executeUpdate();
        }
    }

    private static int version(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select coalesce(max(version), 0) from schema_versions")) {
            row.next();
            return row.getInt(1);
        }
    }
}
