package dev.anchors.examples.jdbc;

import java.sql.SQLException;
import java.util.UUID;

/** A schema of its own for one test, in the PostgreSQL database that an environment variable names. */
record PostgreSqlSchema(TestDatabase server, String name) {

    static final String URL_VARIABLE = "ANCHORS_JDBC_URL";
    static final String DISABLED_REASON =
            "set it to the URL of a PostgreSQL database, such as jdbc:postgresql://127.0.0.1/anchors?user=ada";

    static PostgreSqlSchema create() throws SQLException {
        TestDatabase server = new TestDatabase(System.getenv(URL_VARIABLE));
        String name = "anchors_" + UUID.randomUUID().toString().replace('-', '_');
        server.execute("create schema " + name);
        return new PostgreSqlSchema(server, name);
    }

    /** Returns the URL for connections that use this schema. */
    String url() {
        return server.url() + (server.url().contains("?") ? "&" : "?") + "currentSchema=" + name + "&ApplicationName="
                + name;
    }

    /**
     * Ends the connections that were opened by {@link #url()} and whose last query was such a one; other tests use the same
     * server.
     */
    void endConnections(String pattern) throws SQLException {
        server.execute("select pg_terminate_backend(pid) from pg_stat_activity where application_name = '" + name
                + "' and query like '" + pattern + "'");
    }

    /** Deletes the schema. Deleting it twice has no effect. */
    void drop() throws SQLException {
        server.execute("drop schema if exists " + name + " cascade");
    }
}
