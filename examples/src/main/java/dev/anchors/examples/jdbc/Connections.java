package dev.anchors.examples.jdbc;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTimeoutException;
import java.sql.SQLTransientConnectionException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Limits the connections that are in use to those that a pool has. A caller who waits for one of them may wait long, since
 * the database works; a caller of the pool waits for a new connection, which a database that is down never gives. When that
 * fails, it fails for all who wait, so that no caller waits for the failures of others first. Thread-safe.
 */
final class Connections {

    /** The longest wait for a connection that another call uses. */
    static final Duration LONGEST_WAIT = Duration.ofSeconds(30);

    private final DataSource pool;
    private final int most;
    private int inUse;
    private long failures;
    private @Nullable SQLException lastFailure;

    Connections(DataSource pool, int most) {
        this.pool = pool;
        this.most = most;
    }

    /**
     * Runs a body with a connection.
     *
     * @throws SQLTimeoutException if all connections were in use for {@link #LONGEST_WAIT}
     * @throws SQLException if there is no connection to the database, or if {@code body} threw it
     */
    <T> T use(Body<T> body) throws SQLException {
        acquire();
        try (Connection connection = connect()) {
            return body.execute(connection);
        } finally {
            release();
        }
    }

    private Connection connect() throws SQLException {
        try {
            return pool.getConnection();
        } catch (SQLException failure) {
            failed(failure);
            throw failure;
        }
    }

    private synchronized void acquire() throws SQLException {
        long failuresBefore = failures;
        long deadline = System.nanoTime() + LONGEST_WAIT.toNanos();
        while (inUse == most) {
            long left = deadline - System.nanoTime();
            if (left <= 0) {
                throw new SQLTimeoutException("all connections to the database are in use");
            }
            await(left);
            if (failures != failuresBefore && lastFailure != null) {
                throw new SQLTransientConnectionException(
                        "another call did not get a connection", lastFailure.getSQLState(), lastFailure);
            }
        }
        inUse++;
    }

    private void await(long nanos) throws SQLException {
        try {
            TimeUnit.NANOSECONDS.timedWait(this, nanos);
        } catch (InterruptedException end) { // nobody interrupts a thread of the database
            Thread.currentThread().interrupt();
            throw new SQLTimeoutException("the thread was interrupted", end);
        }
    }

    private synchronized void failed(SQLException failure) {
        failures++;
        lastFailure = failure;
        notifyAll();
    }

    private synchronized void release() {
        inUse--;
        notifyAll();
    }

    /** Work with a connection. */
    @FunctionalInterface
    interface Body<T> {
        T execute(Connection connection) throws SQLException;
    }
}
