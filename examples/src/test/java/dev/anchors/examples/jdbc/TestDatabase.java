package dev.anchors.examples.jdbc;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** A database of a test, seen from outside the repository. */
record TestDatabase(String url) {

    /**
     * Makes H2 wait for a lock as long as PostgreSQL does, where many tests at once are slow. The minute is a generous bound;
     * the default of H2 is two seconds.
     */
    static final String PATIENCE = ";LOCK_TIMEOUT=60000";

    /** Executes statements on a connection of their own. */
    void execute(String... statements) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url);
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }

    /** Returns the first column of the result of a query. */
    List<String> strings(String query) throws SQLException {
        List<String> strings = new ArrayList<>();
        try (Connection connection = DriverManager.getConnection(url);
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            while (row.next()) {
                strings.add(row.getString(1));
            }
        }
        return strings;
    }
}
