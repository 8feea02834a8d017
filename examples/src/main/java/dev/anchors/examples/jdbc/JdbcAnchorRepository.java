package dev.anchors.examples.jdbc;

import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.pool.HikariPool.PoolInitializationException;
import dev.anchors.domain.Anchor;
import dev.anchors.domain.AnchorId;
import dev.anchors.domain.AnchorPoint;
import dev.anchors.domain.AnchorPointId;
import dev.anchors.domain.Anchors;
import dev.anchors.domain.AnnotationId;
import dev.anchors.domain.AssetId;
import dev.anchors.domain.SeededAnchor;
import dev.anchors.ports.AnchorLinks;
import dev.anchors.ports.AnchorNotFoundException;
import dev.anchors.ports.AnchorRepositoryException;
import dev.anchors.ports.Effect;
import dev.anchors.ports.FullAnchorRepository;
import dev.anchors.ports.Operation;
import dev.anchors.ports.Transferables;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;

/**
 * Demonstrates an adapter that satisfies every rule of the ports, on any database with row locks. It is tested with H2 and
 * PostgreSQL.
 *
 * <p>Each operation is one transaction, which a database has written to its files when the call returns: the end of the
 * process loses no completed change. A URL of H2 with {@code WRITE_DELAY} decides that itself. Times have a precision of one
 * microsecond. A call completes even if its thread is interrupted.
 * {@link dev.anchors.ports.Transferables#OMITTED} leaves out everything of a point but its id. Thread-safe.
 */
public final class JdbcAnchorRepository implements FullAnchorRepository {

    private final Transactions transactions;
    private final InstantSource clock;
    private final AnchorLinks links;

    /**
     * Creates a repository.
     *
     * @param database a database with the tables of {@link Schema#CURRENT}
     * @param release called once, when the repository no longer needs the database
     */
    JdbcAnchorRepository(DataSource database, InstantSource clock, Runnable release) {
        transactions = new Transactions(database, release);
        // as precise as the tables, so that a snapshot contains exactly what create returned (CRE-6)
        this.clock = () -> clock.instant().truncatedTo(ChronoUnit.MICROS);
        links = new JdbcAnchorLinks(transactions, this.clock);
    }

    /** The longest wait for a connection to a database that does not respond. */
    public static final Duration DEFAULT_TIMEOUT = Duration.ofSeconds(2);

    /** Does what {@link #open(String, InstantSource, Duration)} does, with {@link #DEFAULT_TIMEOUT}. */
    public static JdbcAnchorRepository open(String url, InstantSource clock) {
        return open(url, clock, DEFAULT_TIMEOUT);
    }

    /**
     * Opens a database, brings its tables to the current version and returns a repository. Closing the repository closes
     * the connections.
     *
     * @param url the JDBC URL, for example {@code jdbc:h2:/home/ada/anchors}. A database of H2 in memory needs
     *     {@code DB_CLOSE_DELAY=-1} if it is used for longer than half an hour, the life of a connection.
     * @param clock the source of the times of creations and changes
     * @param timeout the longest wait for a connection to a database that does not respond; calls then fail, and further
     *     calls succeed as soon as the database responds again; at least 250 milliseconds
     * @throws IllegalArgumentException if no driver knows the URL, or if the timeout is too short
     * @throws DatabaseException if the database cannot be opened, or if a later version of this program has changed it
     */
    public static JdbcAnchorRepository open(String url, InstantSource clock, Duration timeout) {
        Objects.requireNonNull(url, "url");
        Objects.requireNonNull(clock, "clock");
        Objects.requireNonNull(timeout, "timeout");
        try {
            HikariDataSource pool = DatabaseThreads.call(() -> ConnectionPool.open(url, timeout));
            return new JdbcAnchorRepository(pool, clock, pool::close);
        } catch (SQLException | PoolInitializationException failure) {
            throw DatabaseException.of(failure);
        }
    }

    @Override
    public AnchorLinks links() {
        return links;
    }

    @Override
    public Anchor create(SeededAnchor seed, Transferables transferables) {
        Objects.requireNonNull(seed, "seed");
        Objects.requireNonNull(transferables, "transferables");
        return shown(transactions.run(Operation.CREATE, connection -> create(connection, seed)), transferables);
    }

    private Anchor create(Connection connection, SeededAnchor seed) throws SQLException {
        Anchor anchor = seed.toAnchor(
                new AnchorId(newId()), new AnchorPointId(newId()), () -> new AnnotationId(newId()), clock.instant());
        AnchorTables.insert(connection, anchor);
        return anchor;
    }

    /** Finds or creates the anchor. Callers at once, also those in other programs with this database, get the same anchor. */
    @Override
    public Anchor findOrCreate(SeededAnchor seed) {
        Objects.requireNonNull(seed, "seed");
        return oldest(seed).orElseGet(() -> createIfMissing(seed));
    }

    private Optional<Anchor> oldest(SeededAnchor seed) {
        return transactions.run(Operation.SNAPSHOT, connection -> AnchorTables.findOldest(connection, seed));
    }

    private Anchor createIfMissing(SeededAnchor seed) {
        try {
            return transactions.run(Operation.CREATE, connection -> {
                AnchorTables.lockCreation(connection);
                Optional<Anchor> meanwhile = AnchorTables.findOldest(connection, seed);
                return meanwhile.isPresent() ? meanwhile.get() : create(connection, seed);
            });
        } catch (AnchorRepositoryException failure) {
            if (failure.effect() == Effect.NONE) {
                throw failure;
            }
            return oldestAfter(failure, seed);
        }
    }

    /** Looks once whether a create of unknown effect took place (FOC-4). */
    private Anchor oldestAfter(AnchorRepositoryException failure, SeededAnchor seed) {
        try {
            return oldest(seed).orElseThrow(() -> failure);
        } catch (AnchorRepositoryException | IllegalStateException second) {
            throw failure;
        }
    }

    @Override
    public Anchors snapshot(Transferables transferables) {
        Objects.requireNonNull(transferables, "transferables");
        List<Anchor> anchors = transactions.run(Operation.SNAPSHOT, AnchorTables::findAll);
        return Anchors.of(
                anchors.stream().map(anchor -> shown(anchor, transferables)).toList());
    }

    @Override
    public Optional<Anchor> find(AnchorId anchor) {
        Objects.requireNonNull(anchor, "anchor");
        return transactions.run(Operation.FIND, connection -> AnchorTables.find(connection, anchor));
    }

    @Override
    public Optional<Anchor> find(AnchorId anchor, Transferables transferables) {
        Objects.requireNonNull(transferables, "transferables");
        return find(anchor).map(found -> shown(found, transferables));
    }

    @Override
    public void delete(AnchorId anchor) {
        Objects.requireNonNull(anchor, "anchor");
        boolean found = transactions.run(Operation.DELETE, connection -> AnchorTables.delete(connection, anchor));
        if (!found) {
            throw new AnchorNotFoundException(Operation.DELETE, anchor);
        }
    }

    @Override
    public void disassociate(AnchorId anchor, AssetId asset) {
        links.disassociate(anchor, asset);
    }

    @Override
    public void close() {
        transactions.close();
    }

    private static Anchor shown(Anchor anchor, Transferables transferables) {
        if (transferables == Transferables.INCLUDED) {
            return anchor;
        }
        List<AnchorPoint> points = anchor.points().stream()
                .map(point -> AnchorPoint.of(point.id()))
                .toList();
        return anchor.toBuilder().points(points).build();
    }

    private static String newId() {
        return UUID.randomUUID().toString();
    }
}
