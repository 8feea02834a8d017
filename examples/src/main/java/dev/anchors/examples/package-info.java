/**
 * A small program that uses anchors. {@link dev.anchors.examples.Main} is its command line, {@link
 * dev.anchors.examples.AnchorsComponent} its composition root, and {@link dev.anchors.examples.Tour} uses the ports.
 */
@NullMarked
package dev.anchors.examples;

import org.jspecify.annotations.NullMarked;
