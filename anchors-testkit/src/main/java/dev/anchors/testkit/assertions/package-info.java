/**
 * AssertJ assertions for anchors, snapshots, seeds and failures of the ports. {@link
 * dev.anchors.testkit.assertions.AnchorAssertions} is the entry point and includes AssertJ's own assertions.
 */
@NullMarked
package dev.anchors.testkit.assertions;

import org.jspecify.annotations.NullMarked;
