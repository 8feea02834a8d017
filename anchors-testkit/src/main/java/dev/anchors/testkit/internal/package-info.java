/** Values that several packages of the testkit share. This package is not exported. */
@NullMarked
package dev.anchors.testkit.internal;

import org.jspecify.annotations.NullMarked;
