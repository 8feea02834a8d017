package dev.anchors.examples.jdbc;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * A step from one version of the tables to the next. It must not commit.
 *
 * <p>Some databases, such as H2, commit after each statement that creates or changes a table. Therefore a migration has
 * either only such statements, each of which succeeds when it is executed again, or none of them.
 */
@FunctionalInterface
interface Migration {

    /** Changes the tables, in the transaction of the connection. */
    void apply(Connection connection) throws SQLException;

    /** Returns a migration that executes statements of SQL. */
    static Migration sql(String... statements) {
        return connection -> {
            try (Statement statement = connection.createStatement()) {
                for (String sql : statements) {
                    statement.execute(sql);
                }
            }
        };
    }

    /**
     * Returns a migration that replaces the stored texts of a column by the results of a function, where they differ.
     *
     * @param key the columns of the primary key, of which the text must not change
     * @param change receives the stored form and returns the new one, see {@link StoredText}
     */
    static Migration text(String table, List<String> key, String column, UnaryOperator<String> change) {
        String select = "select " + column + ", " + String.join(", ", key) + " from " + table + " where " + column
                + " is not null";
        String update = "update " + table + " set " + column + " = ? where " + String.join(" = ? and ", key) + " = ?";
        return connection -> {
            try (Statement query = connection.createStatement();
                    ResultSet row = query.executeQuery(select);
                    PreparedStatement statement = connection.prepareStatement(update)) {
                while (row.next()) {
                    String before = row.getString(1);
                    String after = change.apply(before);
                    if (!after.equals(before)) {
                        statement.setString(1, after);
                        for (int i = 0; i < key.size(); i++) {
                            statement.setObject(i + 2, row.getObject(i + 2));
                        }
                        statement.executeUpdate();
                    }
                }
            }
        };
    }

    /** Returns a migration that applies several ones, in order. */
    static Migration of(Migration... steps) {
        return connection -> {
            for (Migration step : steps) {
                step.apply(connection);
            }
        };
    }
}
