/**
 * The ports, which an application calls and an adapter implements: {@link dev.anchors.ports.AnchorRepository}, the roles
 * beside it, such as {@link dev.anchors.ports.AnchorLinks}, and {@link dev.anchors.ports.FullAnchorRepository}, which has
 * every role. {@link dev.anchors.ports.AnchorRepositoryException} is the family of their failures.
 */
@NullMarked
package dev.anchors.ports;

import org.jspecify.annotations.NullMarked;
