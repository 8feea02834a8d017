/**
 * The contract of each port as tests, one or more for each numbered rule. An adapter with every role is certified by one
 * subclass of {@link dev.anchors.testkit.contract.FullAnchorRepositoryContract} that passes. An adapter with fewer roles is
 * certified by subclasses of {@link dev.anchors.testkit.contract.AnchorRepositoryContract} and of the contracts of its other
 * ports, such as {@link dev.anchors.testkit.contract.AnchorLinksContract}.
 *
 * <p>Inside, a {@code Role} describes each operation of a port once. The tests of the rules for every operation, random
 * histories, programs of several threads, shrinking and the code of a failing history follow from these descriptions.
 */
@NullMarked
package dev.anchors.testkit.contract;

import org.jspecify.annotations.NullMarked;
