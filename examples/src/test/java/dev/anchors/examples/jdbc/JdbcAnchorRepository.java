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
 * Demonstrates an adapter: every rule of the port, on any database that knows row locks.
 *
 * <p>Each operation is one transaction. One that changes an anchor locks its row before its links, so that calls on one
 * anchor take effect one after the other (CON-2), and no two of them wait for each other.
 *
 * <p>Times are kept to the microsecond. Points come with their details whether asked for or not. Closing leaves the data
 * source open, for it came from outside.
 */
final class JdbcAnchorRepository implements AnchorRepository {

    private final DataSource database;
    private final InstantSource clock;
    private volatile boolean closed;

    /** Makes a repository on a database that {@link AnchorTables#create} has seen. */
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
        return inTransaction(Operation.SNAPSHOT, connection -> Anchors.of(AnchorTables.all(connection)));
    }

    @Override
    public Optional<Anchor> find(AnchorId anchor) {
        Objects.requireNonNull(anchor, "anchor");
        return inTransaction(
                Operation.FIND,
                connection -> AnchorTables.one(connection, anchor).stream().findFirst());
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
            boolean there = AnchorTables.lock(connection, anchor);
            if (there && AnchorTables.unlink(connection, anchor, asset)) {
                AnchorTables.touch(connection, anchor, now());
            }
            return there;
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

    /** To the microsecond, since that is what the tables keep: what create returns is what a snapshot holds (CRE-6). */
    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    private <T> T inTransaction(Operation operation, Work<T> work) {
        if (closed) {
            throw new IllegalStateException("the repository is closed");
        }
        Effect effect = Effect.NONE; // until the commit is under way, the database takes everything back
        try (Connection connection = database.getConnection()) {
            connection.setAutoCommit(false);
            try {
                T result = work.on(connection);
                effect = operation.effectWhenUnanswered();
                connection.commit();
                return result;
            } catch (SQLException | RuntimeException failure) {
                rollBack(connection, failure);
                throw failure;
            }
        } catch (SQLException failure) {
            throw translated(operation, effect, failure);
        }
    }

    private static void rollBack(Connection connection, Exception failure) {
        try {
            connection.rollback();
        } catch (SQLException another) {
            failure.addSuppressed(another);
        }
    }

    /** No type of JDBC passes the port, save as a cause (FAI-1). */
    private static AnchorRepositoryException translated(Operation operation, Effect effect, SQLException failure) {
        if (isAboutTheConnection(failure)) {
            return new ConnectionFailedException(operation, effect, "no connection to the database", failure);
        }
        return new ServiceFailedException(
                operation, effect, OptionalInt.empty(), String.valueOf(failure.getMessage()), failure);
    }

    /** Drivers say so by type or by the class of the state, 08 in the standard of SQL. */
    private static boolean isAboutTheConnection(SQLException failure) {
        return failure instanceof SQLTransientConnectionException
                || failure instanceof SQLNonTransientConnectionException
                || String.valueOf(failure.getSQLState()).startsWith("08");
    }

    /** What is done between the beginning and the end of a transaction. */
    @FunctionalInterface
    private interface Work<T> {
        T on(Connection connection) throws SQLException;
    }
}
