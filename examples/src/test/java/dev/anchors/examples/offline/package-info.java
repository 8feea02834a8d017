/** Lesson one: tests of an application that need no service. */
@NullMarked
package dev.anchors.examples.offline;

import org.jspecify.annotations.NullMarked;
