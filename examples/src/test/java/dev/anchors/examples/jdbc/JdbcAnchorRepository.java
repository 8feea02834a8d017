package dev.anchors.examples.jdbc;

import dev.anchors.domain.Anchor;
import dev.anchors.domain.AnchorId;
import dev.anchors.domain.AnchorPointId;
import dev.anchors.domain.Anchors;
import dev.anchors.domain.AnnotationId;
import dev.anchors.domain.AssetId;
import dev.anchors.domain.SeededAnchor;
import dev.anchors.ports.AnchorNotFoundException;
import dev.anchors.ports.AnchorRepository;
import dev.anchors.ports.AnchorRepositoryException;
import dev.anchors.ports.ConnectionFailedException;
import dev.anchors.ports.Effect;
import dev.anchors.ports.Operation;
import dev.anchors.ports.ServiceFailedException;
import dev.anchors.ports.Transferables;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLTransientConnectionException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import javax.sql.DataSource;

/**
 * Demonstrates an adapter that satisfies every rule of the port, on any database with row locks.
 *
 * <p>Each operation is one transaction. A transaction that changes an anchor locks the row of the anchor before the
 * rows of its links. So changes of one anchor take effect one after the other (CON-2), and transactions do not
 * deadlock.
 *
 * <p>Times have a precision of one microsecond. Transferables are always included. {@link #close} does not close the
 * data source, which belongs to the caller. Thread-safe if the data source is.
 */
final class JdbcAnchorRepository implements AnchorRepository {

    private final DataSource database;
    private final InstantSource clock;
    private volatile boolean closed;

    /**
     * Creates a repository.
     *
     * @param database a database with the tables that {@link AnchorTables#create} creates
     * @param clock the source of the times of creations and changes
     */
    JdbcAnchorRepository(DataSource database, InstantSource clock) {
        this.database = database;
        this.clock = clock;
    }

    @Override
    public Anchor create(SeededAnchor seed, Transferables transferables) {
        Objects.requireNonNull(seed, "seed");
        Objects.requireNonNull(transferables, "transferables");
        return inTransaction(Operation.CREATE, connection -> {
            Anchor anchor = seed.toAnchor(
                    new AnchorId(newId()), new AnchorPointId(newId()), () -> new AnnotationId(newId()), now());
            AnchorTables.insert(connection, anchor);
            return anchor;
        });
    }

    @Override
    public Anchors snapshot(Transferables transferables) {
        Objects.requireNonNull(transferables, "transferables");
        return inTransaction(Operation.SNAPSHOT, connection -> Anchors.of(AnchorTables.findAll(connection)));
    }

    @Override
    public Optional<Anchor> find(AnchorId anchor) {
        Objects.requireNonNull(anchor, "anchor");
        return inTransaction(Operation.FIND, connection -> AnchorTables.find(connection, anchor));
    }

    @Override
    public void delete(AnchorId anchor) {
        Objects.requireNonNull(anchor, "anchor");
        boolean found = inTransaction(Operation.DELETE, connection -> AnchorTables.delete(connection, anchor));
        if (!found) {
            throw new AnchorNotFoundException(Operation.DELETE, anchor);
        }
    }

    @Override
    public void disassociate(AnchorId anchor, AssetId asset) {
        Objects.requireNonNull(anchor, "anchor");
        Objects.requireNonNull(asset, "asset");
        boolean found = inTransaction(Operation.DISASSOCIATE, connection -> {
            boolean exists = AnchorTables.lock(connection, anchor);
            if (exists && AnchorTables.unlink(connection, anchor, asset)) {
                AnchorTables.setUpdated(connection, anchor, now());
            }
            return exists;
        });
        if (!found) {
            throw new AnchorNotFoundException(Operation.DISASSOCIATE, anchor);
        }
    }

    @Override
    public void close() {
        closed = true;
    }

    private static String newId() {
        return UUID.randomUUID().toString();
    }

    /**
     * Returns the time in the precision of the tables, so that a snapshot contains exactly what create returned
     * (CRE-6).
     */
    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    private <T> T inTransaction(Operation operation, TransactionBody<T> body) {
        if (closed) {
            throw new IllegalStateException("the repository is closed");
        }
        Effect effect = Effect.NONE; // a transaction that fails before its commit is rolled back
        try (Connection connection = database.getConnection()) {
            connection.setAutoCommit(false);
            try {
                T result = body.execute(connection);
                effect = operation.effectWhenUnanswered();
                connection.commit();
                return result;
            } catch (SQLException | RuntimeException failure) {
                rollback(connection, failure);
                throw failure;
            }
        } catch (SQLException failure) {
            throw toPortException(operation, effect, failure);
        }
    }

    private static void rollback(Connection connection, Exception failure) {
        try {
            connection.rollback();
        } catch (SQLException second) {
            failure.addSuppressed(second);
        }
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
    private interface TransactionBody<T> {
        T execute(Connection connection) throws SQLException;
    }
}
