package dev.anchors.examples.jdbc;

import static java.util.stream.Collectors.joining;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.SQLExceptionOverride;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;

/** Opens databases: creates a pool of connections and prepares the tables. */
final class ConnectionPool {

    /** The most connections that a pool has. */
    static final int SIZE = 10;

    private static final Map<String, String> H2_SETTINGS =
            Map.of("WRITE_DELAY", "0", "OPTIMIZE_REUSE_RESULTS", "FALSE");

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
        settings.setJdbcUrl(withSettingsOfH2(url));
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
     * Returns the URL with the settings that a database of H2 needs, unless the URL decides them. By default, H2 writes
     * commits half a second later, so those of the last half second are lost with the process. It also keeps the results of
     * queries, and may return one from before a completed change (issues 3894 and 4208 of H2).
     */
    private static String withSettingsOfH2(String url) {
        if (!url.startsWith("jdbc:h2:")) {
            return url;
        }
        String decided = url.toUpperCase(Locale.ROOT);
        return H2_SETTINGS.entrySet().stream()
                .filter(setting -> !decided.contains(";" + setting.getKey() + "="))
                .map(setting -> ";" + setting.getKey() + "=" + setting.getValue())
                .collect(joining("", url, ""));
    }

    /** Removes connections from the pool that failed in ways that the pool does not know. */
    private static final class Eviction implements SQLExceptionOverride {

        @java.lang.Override // the interface has a type with the same name
        public Override adjudicate(SQLException failure) {
            return Failures.isConnectionFailure(failure) ? Override.MUST_EVICT : Override.CONTINUE_EVICT;
        }
    }
}
