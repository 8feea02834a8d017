/** Tests of the adapter for databases: its certification, and tests that the contract cannot contain. */
@NullMarked
package dev.anchors.examples.jdbc;

import org.jspecify.annotations.NullMarked;
