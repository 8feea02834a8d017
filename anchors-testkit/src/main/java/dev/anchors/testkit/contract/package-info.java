/**
 * The contract of each port as tests, one or more for each numbered rule. An adapter is certified by subclasses that pass: of
 * {@link dev.anchors.testkit.contract.AnchorRepositoryContract} and, for each other port that it has, of the contract of that
 * port, such as {@link dev.anchors.testkit.contract.AnchorLinksContract}.
 */
@NullMarked
package dev.anchors.testkit.contract;

import org.jspecify.annotations.NullMarked;
