/**
 * A small program on anchors, to learn from: {@link dev.anchors.examples.Main} is the command line,
 * {@link dev.anchors.examples.AnchorsComponent} puts the parts together, {@link dev.anchors.examples.Tour} uses them.
 */
@NullMarked
package dev.anchors.examples;

import org.jspecify.annotations.NullMarked;
