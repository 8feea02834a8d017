/**
 * ArchUnit rules for the dependencies and the public API of the domain, the ports and their adapters. Users of this
 * package add ArchUnit to their own build. The other packages of the testkit do not need ArchUnit.
 */
@NullMarked
package dev.anchors.testkit.architecture;

import org.jspecify.annotations.NullMarked;
