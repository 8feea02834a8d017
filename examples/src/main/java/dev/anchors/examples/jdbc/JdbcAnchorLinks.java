package dev.anchors.examples.jdbc;

import dev.anchors.domain.AnchorId;
import dev.anchors.domain.MaterialId;
import dev.anchors.ports.AnchorLinks;
import dev.anchors.ports.AnchorNotFoundException;
import dev.anchors.ports.Operation;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.Objects;

/**
 * The links of a {@link JdbcAnchorRepository}.
 *
 * <p>A transaction locks the row of the anchor before the rows of its links. So changes of one anchor take effect one
 * after the other (CON-2), no link is stored twice, and transactions do not deadlock.
 */
final class JdbcAnchorLinks implements AnchorLinks {

    private final Transactions transactions;
    private final InstantSource clock;

    JdbcAnchorLinks(Transactions transactions, InstantSource clock) {
        this.transactions = transactions;
        this.clock = clock;
    }

    @Override
    public void associate(AnchorId anchor, MaterialId material) {
        change(Operation.ASSOCIATE, anchor, material, AnchorTables::link);
    }

    @Override
    public void disassociate(AnchorId anchor, MaterialId material) {
        change(Operation.DISASSOCIATE, anchor, material, AnchorTables::unlink);
    }

    private void change(Operation operation, AnchorId anchor, MaterialId material, Change change) {
        Objects.requireNonNull(anchor, "anchor");
        Objects.requireNonNull(material, "material");
        boolean found = transactions.run(operation, connection -> {
            boolean exists = AnchorTables.lock(connection, anchor);
            if (exists && change.apply(connection, anchor, material)) {
                AnchorTables.setUpdated(connection, anchor, clock.instant());
            }
            return exists;
        });
        if (!found) {
            throw new AnchorNotFoundException(operation, anchor);
        }
    }

    /** A change of one link. Returns false if nothing changed. */
    @FunctionalInterface
    private interface Change {
        boolean apply(Connection connection, AnchorId anchor, MaterialId material) throws SQLException;
    }
}
