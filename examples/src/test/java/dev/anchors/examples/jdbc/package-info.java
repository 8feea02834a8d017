/** Lesson two: an adapter that stores anchors in a database, certified by the contract. */
@NullMarked
package dev.anchors.examples.jdbc;

import org.jspecify.annotations.NullMarked;
