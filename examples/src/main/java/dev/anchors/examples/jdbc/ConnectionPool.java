package dev.anchors.examples.jdbc;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;

/** Opens databases: prepares the tables and creates a pool of connections. */
final class ConnectionPool {

    private ConnectionPool() {}

    /**
     * Opens a database and brings its tables to the current version.
     *
     * @throws IllegalArgumentException if no driver knows the URL
     * @throws DatabaseException if a later version of this program has changed the tables
     * @throws SQLException if the database cannot be opened
     */
    static HikariDataSource open(String url) throws SQLException {
        requireDriver(url);
        HikariConfig settings = new HikariConfig();
        settings.setJdbcUrl(url);
        settings.setAutoCommit(false);
        settings.setMinimumIdle(1);
        // The pool is created before the first connection is closed: H2 deletes a database in memory with its last one.
        try (Connection connection = DriverManager.getConnection(url)) {
            Schema.CURRENT.migrate(connection);
            return new HikariDataSource(settings);
        }
    }

    private static void requireDriver(String url) {
        try {
            DriverManager.getDriver(url);
        } catch (SQLException unknown) {
            throw new IllegalArgumentException(
                    "no driver knows this URL; use jdbc:h2:FILE with an absolute path, or jdbc:postgresql://HOST/DATABASE",
                    unknown);
        }
    }
}
