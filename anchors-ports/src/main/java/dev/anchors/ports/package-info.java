/**
 * The port: {@link dev.anchors.ports.AnchorRepository}, which an application asks for its anchors and an adapter
 * implements, and {@link dev.anchors.ports.AnchorRepositoryException}, the family of its failures.
 */
@NullMarked
package dev.anchors.ports;

import org.jspecify.annotations.NullMarked;
