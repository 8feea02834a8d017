/**
 * An adapter that stores anchors in a database, certified by the contracts. {@link
 * dev.anchors.examples.jdbc.JdbcAnchorRepository} implements the ports, and {@code AnchorTables} contains the SQL.
 */
@NullMarked
package dev.anchors.examples.jdbc;

import org.jspecify.annotations.NullMarked;
