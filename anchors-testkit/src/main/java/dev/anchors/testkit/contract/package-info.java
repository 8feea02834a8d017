/**
 * The contract of {@link dev.anchors.ports.AnchorRepository} as tests, one or more for each numbered rule. An adapter is
 * certified by a subclass of {@link dev.anchors.testkit.contract.AnchorRepositoryContract} that passes.
 */
@NullMarked
package dev.anchors.testkit.contract;

import org.jspecify.annotations.NullMarked;
