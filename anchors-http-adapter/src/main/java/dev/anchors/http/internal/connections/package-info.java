/**
 * Connections to one service: {@link dev.anchors.http.internal.connections.Connections} leases them,
 * {@link dev.anchors.http.internal.connections.Lease} sends one request over one of them.
 *
 * <p>{@code OwnConnections} keeps the connections of this adapter, each a {@code ServiceConnection}, on which HttpCore sends
 * requests. {@code SharedClient} sends by a client that belongs to somebody else.
 */
@NullMarked
package dev.anchors.http.internal.connections;

import org.jspecify.annotations.NullMarked;
