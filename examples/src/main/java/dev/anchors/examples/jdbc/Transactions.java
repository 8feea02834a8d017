package dev.anchors.examples.jdbc;

import dev.anchors.ports.AnchorRepositoryException;
import dev.anchors.ports.ConnectionFailedException;
import dev.anchors.ports.Effect;
import dev.anchors.ports.Operation;
import dev.anchors.ports.ServiceFailedException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLTransientConnectionException;
import java.util.OptionalInt;
import javax.sql.DataSource;

/** Runs each operation as one transaction, and translates the failures of JDBC. Thread-safe if the data source is. */
final class Transactions {

    private final DataSource database;
    private final CallCounter calls;

    /**
     * Creates transactions on a database.
     *
     * @param release called once, after close and after the end of all transactions
     */
    Transactions(DataSource database, Runnable release) {
        this.database = database;
        calls = new CallCounter(() -> DatabaseThreads.run(release));
    }

    /**
     * Runs a transaction and returns the result of its body.
     *
     * @throws IllegalStateException if the transactions are closed
     * @throws AnchorRepositoryException if the database failed
     */
    <T> T run(Operation operation, Body<T> body) {
        calls.begin();
        Transaction<T> transaction = new Transaction<>(body);
        try {
            return DatabaseThreads.call(() -> transaction.run(database));
        } catch (SQLException failure) {
            Effect effect = transaction.commitBegan ? operation.effectWhenUnanswered() : Effect.NONE;
            throw toPortException(operation, effect, failure);
        } finally {
            calls.end();
        }
    }

    /** Refuses further transactions. Those that are under way go on. */
    void close() {
        calls.close();
    }

    /** Translates an exception of JDBC, which callers of the port may see only as a cause (FAI-1). */
    private static AnchorRepositoryException toPortException(Operation operation, Effect effect, SQLException failure) {
        if (isConnectionFailure(failure)) {
            return new ConnectionFailedException(operation, effect, "no connection to the database", failure);
        }
        return new ServiceFailedException(
                operation, effect, OptionalInt.empty(), String.valueOf(failure.getMessage()), failure);
    }

    /**
     * Returns whether the connection failed. Drivers report that by type, or by the SQLSTATE class 08 of the SQL
     * standard.
     */
    private static boolean isConnectionFailure(SQLException failure) {
        return failure instanceof SQLTransientConnectionException
                || failure instanceof SQLNonTransientConnectionException
                || String.valueOf(failure.getSQLState()).startsWith("08");
    }

    /** The statements of a transaction. */
    @FunctionalInterface
    interface Body<T> {
        T execute(Connection connection) throws SQLException;
    }

    /** One transaction. It is rolled back if it fails before its commit, and nobody knows if it fails in its commit. */
    private static final class Transaction<T> {

        private final Body<T> body;
        private boolean commitBegan; // read only after the end of the transaction

        Transaction(Body<T> body) {
            this.body = body;
        }

        T run(DataSource database) throws SQLException {
            try (Connection connection = database.getConnection()) {
                connection.setAutoCommit(false);
                try {
                    T result = body.execute(connection);
                    commitBegan = true;
                    connection.commit();
                    return result;
                } catch (SQLException | RuntimeException failure) {
                    rollBack(connection, failure);
                    throw failure;
                }
            }
        }

        private static void rollBack(Connection connection, Exception failure) {
            try {
                connection.rollback();
            } catch (SQLException second) {
                failure.addSuppressed(second);
            }
        }
    }
}
