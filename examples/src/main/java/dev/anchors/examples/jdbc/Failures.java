package dev.anchors.examples.jdbc;

import dev.anchors.ports.AnchorRepositoryException;
import dev.anchors.ports.ConnectionFailedException;
import dev.anchors.ports.Effect;
import dev.anchors.ports.Operation;
import dev.anchors.ports.RequestRefusedException;
import dev.anchors.ports.ServiceFailedException;
import dev.anchors.ports.TimedOutException;
import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLTimeoutException;
import java.sql.SQLTransientConnectionException;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/** Translates exceptions of JDBC into failures of the port. */
final class Failures {

    /** PostgreSQL shuts down, crashed or starts; H2 has closed the database. */
    private static final Set<String> DATABASE_DOWN = Set.of("57P01", "57P02", "57P03", "90098", "90121");

    private Failures() {}

    /** Returns the failure for an exception of JDBC, which callers of the port may see only as a cause (FAI-1). */
    static AnchorRepositoryException of(Operation operation, Effect effect, SQLException failure) {
        String state = failure.getSQLState() == null ? "" : " (SQLSTATE " + failure.getSQLState() + ")";
        if (isConnectionFailure(failure)) {
            return new ConnectionFailedException(
                    operation,
                    effect,
                    "no connection to the database" + state,
                    "check that the database runs and accepts connections",
                    failure);
        }
        if (failure instanceof SQLTimeoutException) {
            return new TimedOutException(
                    operation,
                    effect,
                    Connections.LONGEST_WAIT,
                    "all connections to the database are in use",
                    "make fewer calls at the same time",
                    failure);
        }
        if (isDataRefusal(failure)) {
            return new RequestRefusedException(
                    operation,
                    OptionalInt.empty(),
                    message(failure),
                    Optional.empty(),
                    "the database cannot store a value of the request" + state,
                    failure);
        }
        return new ServiceFailedException(operation, effect, OptionalInt.empty(), message(failure), failure);
    }

    /**
     * Returns whether the connection failed. Drivers report that by type, by the SQLSTATE class 08 of the SQL standard, or
     * by a state of their own.
     */
    static boolean isConnectionFailure(SQLException failure) {
        return failure instanceof SQLTransientConnectionException
                || failure instanceof SQLNonTransientConnectionException
                || String.valueOf(failure.getSQLState()).startsWith("08")
                || DATABASE_DOWN.contains(String.valueOf(failure.getSQLState()));
    }

    /** Returns whether the database refused a value, for example a character that its encoding does not have. */
    private static boolean isDataRefusal(SQLException failure) {
        return String.valueOf(failure.getSQLState()).startsWith("22");
    }

    private static String message(SQLException failure) {
        return "the database failed: " + failure.getMessage();
    }
}
