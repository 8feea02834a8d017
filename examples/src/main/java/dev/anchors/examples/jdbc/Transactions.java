package dev.anchors.examples.jdbc;

import dev.anchors.ports.AnchorRepositoryException;
import dev.anchors.ports.Effect;
import dev.anchors.ports.Operation;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;

/** Runs each operation as one transaction. Thread-safe if the data source is. */
final class Transactions {

    private final Connections connections;
    private final CallCounter calls;

    /**
     * Creates transactions on a database.
     *
     * @param release called once, after close and after the end of all transactions
     */
    Transactions(DataSource database, Runnable release) {
        connections = new Connections(database, ConnectionPool.SIZE);
        calls = new CallCounter(() -> DatabaseThreads.run(release));
    }

    /**
     * Runs a transaction and returns the result of its body.
     *
     * @throws IllegalStateException if the transactions are closed
     * @throws AnchorRepositoryException if the database failed
     */
    <T> T run(Operation operation, Connections.Body<T> body) {
        calls.begin();
        Transaction<T> transaction = new Transaction<>(body);
        try {
            return DatabaseThreads.call(() -> connections.use(transaction));
        } catch (SQLException failure) {
            Effect effect = transaction.commitBegan ? operation.effectWhenUnanswered() : Effect.NONE;
            throw Failures.of(operation, effect, failure);
        } finally {
            calls.end();
        }
    }

    /** Refuses further transactions. Those that are under way go on. */
    void close() {
        calls.close();
    }

    /** One transaction. It is rolled back if it fails before its commit, and nobody knows if it fails in its commit. */
    private static final class Transaction<T> implements Connections.Body<T> {

        private final Connections.Body<T> body;
        private boolean commitBegan; // read only after the end of the transaction

        Transaction(Connections.Body<T> body) {
            this.body = body;
        }

        @Override
        public T execute(Connection connection) throws SQLException {
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

        private static void rollBack(Connection connection, Exception failure) {
            try {
                connection.rollback();
            } catch (SQLException second) {
                failure.addSuppressed(second);
            }
        }
    }
}
