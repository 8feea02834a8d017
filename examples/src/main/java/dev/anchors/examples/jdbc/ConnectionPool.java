package dev.anchors.examples.jdbc;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.SQLExceptionOverride;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Locale;

/** Opens databases: creates a pool of connections and prepares the tables. */
final class ConnectionPool {

    /** The most connections that a pool has. */
    static final int SIZE = 10;

    private ConnectionPool() {}

    /**
     * Opens a database and brings its tables to the current version.
     *
     * @param timeout the longest wait for a connection to a database that does not respond
     * @throws IllegalArgumentException if no driver knows the URL, or if the timeout is shorter than 250 ms
     * @throws DatabaseException if a later version of this program has changed the tables
     * @throws SQLException if the database cannot be opened
     */
    static HikariDataSource open(String url, Duration timeout) throws SQLException {
        requireDriver(url);
        HikariConfig settings = new HikariConfig();
        settings.setJdbcUrl(writingEachCommit(url));
        settings.setAutoCommit(false);
        settings.setMaximumPoolSize(SIZE);
        settings.setMinimumIdle(1); // H2 deletes a database in memory with its last connection
        settings.setConnectionTimeout(timeout.toMillis());
        settings.setValidationTimeout(timeout.toMillis());
        settings.setExceptionOverride(new Eviction());
        if (url.startsWith("jdbc:postgresql:")) { // a server that is gone without a word; the URL may have other values
            settings.addDataSourceProperty("socketTimeout", Connections.LONGEST_WAIT.toSeconds());
        }
        HikariDataSource pool = new HikariDataSource(settings);
        try (Connection connection = pool.getConnection()) {
            Schema.CURRENT.migrate(connection);
            return pool;
        } catch (SQLException | RuntimeException failure) {
            pool.close();
            throw failure;
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

    /**
     * Returns the URL of a database that writes each commit before it responds. By default, H2 writes commits half a second
     * later, so those of the last half second are lost with the process.
     */
    private static String writingEachCommit(String url) {
        boolean decided =
                !url.startsWith("jdbc:h2:") || url.toUpperCase(Locale.ROOT).contains(";WRITE_DELAY=");
        return decided ? url : url + ";WRITE_DELAY=0";
    }

    /** Removes connections from the pool that failed in ways that the pool does not know. */
    private static final class Eviction implements SQLExceptionOverride {

        @java.lang.Override // the interface has a type with the same name
        public Override adjudicate(SQLException failure) {
            return Failures.isConnectionFailure(failure) ? Override.MUST_EVICT : Override.CONTINUE_EVICT;
        }
    }
}
