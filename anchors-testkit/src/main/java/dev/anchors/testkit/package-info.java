/**
 * What tests around anchors need.
 *
 * <ul>
 *   <li>{@link dev.anchors.testkit.AnchorRepositoryContract} certifies an adapter, rule by rule; {@link
 *       dev.anchors.testkit.HexagonRules} keep its place in the architecture.
 *   <li>{@link dev.anchors.testkit.FakePiecesOs} is the service on a port of this machine, for a client in any language; {@link
 *       dev.anchors.testkit.FakePiecesOsExtension} gives each test its own.
 *   <li>{@link dev.anchors.testkit.AnchorAssertions} and the samples keep other tests short.
 * </ul>
 */
@NullMarked
package dev.anchors.testkit;

import org.jspecify.annotations.NullMarked;
