package dev.anchors.examples.jdbc;

import com.zaxxer.hikari.pool.HikariPool.PoolInitializationException;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** A database that cannot be opened. The message is one line for users, and contains neither the URL nor a password. */
public final class DatabaseException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** The state that H2 reports if another process has opened the file of the database. */
    private static final String FILE_IN_USE = "90020";

    /**
     * Creates an exception.
     *
     * @param message what happened, what it means and what to do, in one line
     * @param cause the failure of the driver or the pool; null for none
     */
    DatabaseException(String message, @Nullable Exception cause) {
        super(message, cause);
    }

    /** Returns the exception for a failure of the driver or the pool while the database was opened. */
    static DatabaseException of(Exception failure) {
        Throwable reason = failure instanceof PoolInitializationException && failure.getCause() != null
                ? failure.getCause()
                : failure;
        if (reason instanceof SQLException refusal && FILE_IN_USE.equals(refusal.getSQLState())) {
            return new DatabaseException(
                    "another process uses the file of the database; end that process, or choose another file", failure);
        }
        String message = String.valueOf(reason.getMessage()).lines().findFirst().orElse("");
        return new DatabaseException("the database cannot be opened: " + message, failure);
    }
}
