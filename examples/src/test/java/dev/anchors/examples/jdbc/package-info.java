/** Lesson two: an adapter of one's own, on the tables of a database, certified by the contract. */
@NullMarked
package dev.anchors.examples.jdbc;

import org.jspecify.annotations.NullMarked;
