/**
 * A fake PiecesOS that serves any {@link dev.anchors.ports.AnchorRepository} over HTTP on a loopback port. A test can
 * inspect the requests, and script replies and network faults.
 */
@NullMarked
package dev.anchors.testkit.fake;

import org.jspecify.annotations.NullMarked;
