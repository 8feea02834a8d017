package dev.anchors.examples.jdbc;

import dev.anchors.domain.Anchor;
import dev.anchors.domain.AnchorId;
import dev.anchors.domain.AnchorPoint;
import dev.anchors.domain.AnchorPointId;
import dev.anchors.domain.AnchorType;
import dev.anchors.domain.EmbeddedModelSchema;
import dev.anchors.domain.FullPath;
import dev.anchors.domain.GroupedTimestamp;
import dev.anchors.domain.MaterialId;
import dev.anchors.domain.SeededAnchor;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Demonstrates a mapping between tables and the domain. This class contains all SQL but that of migrations, and returns
 * domain types only. All text that it stores and reads has the form of {@link StoredText}.
 */
final class AnchorTables {

    private static final String SELECT = """
            select a.*, l.kind, l.material
            from anchors a left join links l on l.anchor = a.id
            """;
    private static final String FROM_LINK = " from links where anchor = ? and kind = ? and material = ?";

    private AnchorTables() {}

    /** Inserts an anchor and its links. */
    static void insert(Connection connection, Anchor anchor) throws SQLException {
        AnchorPoint point = anchor.points().get(0);
        update(
                connection,
                """
                insert into anchors
                    (id, type, name, watch, point, path, platform, created, updated, migration, semantic)
                    values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """,
                anchor.id().value(),
                anchor.rawType(),
                anchor.name().orElse(null),
                anchor.watch().orElse(null),
                point.id().value(),
                point.fullpath().orElseThrow().value(),
                point.rawPlatform().orElse(null),
                utc(anchor.createdAt()),
                utc(anchor.updatedAt()),
                anchor.schema().map(EmbeddedModelSchema::migration).orElse(null),
                anchor.schema().map(EmbeddedModelSchema::semantic).orElse(null));
        for (MaterialId material : anchor.links()) {
            insertLink(connection, anchor.id(), material);
        }
    }

    /**
     * Returns all anchors, in the order in which they were created. One statement reads one state of the database
     * (SNA-2).
     */
    static List<Anchor> findAll(Connection connection) throws SQLException {
        return query(connection, SELECT + "order by a.ordinal, l.ordinal");
    }

    /** Returns the anchor with this id, if there is one. */
    static Optional<Anchor> find(Connection connection, AnchorId anchor) throws SQLException {
        return query(connection, SELECT + "where a.id = ? order by l.ordinal", anchor.value()).stream()
                .findFirst();
    }

    /** Returns the oldest anchor with the path and the type of a seed, if there is one. */
    static Optional<Anchor> findOldest(Connection connection, SeededAnchor seed) throws SQLException {
        return query(
                        connection,
                        SELECT + "where a.path = ? and a.type = ? order by a.created, a.ordinal, l.ordinal",
                        seed.fullpath().normalized().value(),
                        seed.rawType())
                .stream()
                .findFirst();
    }

    /** Waits until no other transaction of any program holds this lock, which ends with the transaction. */
    static void lockCreation(Connection connection) throws SQLException {
        exists(connection, "select version from schema_versions where version = 1 for update");
    }

    /** Locks an anchor against changes until the end of the transaction. Returns false if there is no such anchor. */
    static boolean lock(Connection connection, AnchorId anchor) throws SQLException {
        return exists(connection, "select id from anchors where id = ? for update", anchor.value());
    }

    /** Deletes an anchor and its links. Returns false if there is no such anchor. */
    static boolean delete(Connection connection, AnchorId anchor) throws SQLException {
        return update(connection, "delete from anchors where id = ?", anchor.value()) > 0;
    }

    /** Adds a link. The anchor has to be locked. Returns false if there is such a link already. */
    static boolean link(Connection connection, AnchorId anchor, MaterialId material) throws SQLException {
        if (isLinked(connection, anchor, material)) {
            return false;
        }
        insertLink(connection, anchor, material);
        return true;
    }

    /** Removes a link. Returns false if there is no such link. */
    static boolean unlink(Connection connection, AnchorId anchor, MaterialId material) throws SQLException {
        return update(connection, "delete" + FROM_LINK, link(anchor, material)) > 0;
    }

    /** Sets the time of the last change of an anchor, unless {@code now} is earlier than that time (LNK-3). */
    static void setUpdated(Connection connection, AnchorId anchor, Instant now) throws SQLException {
        String sql = "update anchors set updated = greatest(updated, ?) where id = ?";
        update(connection, sql, utc(now), anchor.value());
    }

    private static boolean isLinked(Connection connection, AnchorId anchor, MaterialId material) throws SQLException {
        return exists(connection, "select ordinal" + FROM_LINK, link(anchor, material));
    }

    private static void insertLink(Connection connection, AnchorId anchor, MaterialId material) throws SQLException {
        update(connection, "insert into links (anchor, kind, material) values (?, ?, ?)", link(anchor, material));
    }

    private static Object[] link(AnchorId anchor, MaterialId material) {
        return new Object[] {anchor.value(), MaterialNames.of(material.kind()), material.value()};
    }

    private static boolean exists(Connection connection, String sql, Object... values) throws SQLException {
        try (PreparedStatement select = prepare(connection, sql, values);
                ResultSet rows = select.executeQuery()) {
            return rows.next();
        }
    }

    private static int update(Connection connection, String sql, @Nullable Object... values) throws SQLException {
        try (PreparedStatement statement = prepare(connection, sql, values)) {
            return statement.executeUpdate();
        }
    }

    private static List<Anchor> query(Connection connection, String sql, Object... values) throws SQLException {
        Map<String, Anchor.Builder> anchors = new LinkedHashMap<>();
        try (PreparedStatement statement = prepare(connection, sql, values);
                ResultSet row = statement.executeQuery()) {
            while (row.next()) { // a row per link, or one row for an anchor without links
                Anchor.Builder anchor = anchors.get(row.getString("id"));
                if (anchor == null) {
                    anchor = anchor(row);
                    anchors.put(row.getString("id"), anchor);
                }
                String kind = row.getString("kind");
                if (kind != null) {
                    anchor.link(MaterialNames.kind(kind).id(text(row, "material")));
                }
            }
        }
        return anchors.values().stream().map(Anchor.Builder::build).toList();
    }

    private static PreparedStatement prepare(Connection connection, String sql, @Nullable Object... values)
            throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        for (int i = 0; i < values.length; i++) {
            statement.setObject(i + 1, values[i] instanceof String text ? StoredText.write(text) : values[i]);
        }
        return statement;
    }

    private static Anchor.Builder anchor(ResultSet row) throws SQLException {
        AnchorId id = new AnchorId(text(row, "id"));
        String semantic = textOrNull(row, "semantic");
        GroupedTimestamp created = time(row, "created");
        return Anchor.builder(id, AnchorType.UNKNOWN)
                .rawType(text(row, "type"))
                .name(textOrNull(row, "name"))
                .watch(row.getObject("watch", Boolean.class))
                .point(AnchorPoint.builder(new AnchorPointId(text(row, "point")))
                        .fullpath(new FullPath(text(row, "path")))
                        .rawPlatform(textOrNull(row, "platform"))
                        .created(created)
                        .updated(created)
                        .anchor(id)
                        .build())
                .created(created)
                .updated(time(row, "updated"))
                .schema(semantic == null ? null : new EmbeddedModelSchema(row.getLong("migration"), semantic));
    }

    private static String text(ResultSet row, String column) throws SQLException {
        return StoredText.read(row.getString(column));
    }

    private static @Nullable String textOrNull(ResultSet row, String column) throws SQLException {
        String stored = row.getString(column);
        return stored == null ? null : StoredText.read(stored);
    }

    private static OffsetDateTime utc(Instant time) {
        return time.atOffset(ZoneOffset.UTC);
    }

    private static GroupedTimestamp time(ResultSet row, String column) throws SQLException {
        return GroupedTimestamp.of(row.getObject(column, OffsetDateTime.class).toInstant());
    }
}
