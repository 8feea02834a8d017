/** An application, and tests of it that need no service. */
@NullMarked
package dev.anchors.examples.offline;

import org.jspecify.annotations.NullMarked;
