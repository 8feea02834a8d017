/**
 * The HTTP adapter: {@link dev.anchors.http.HttpAnchorRepository}, a Dagger module that publishes it, and what it can be
 * configured with: a {@link dev.anchors.http.ServiceLocator} that finds the service, a {@link dev.anchors.http.CallListener}.
 *
 * <p>From the repository down to the socket: {@code Endpoints} describes the operations of the service;
 * {@code internal.calls} makes calls of them, each under one deadline; {@code internal.connections} sends requests over
 * connections; {@code internal.json} reads and writes bodies.
 */
@NullMarked
package dev.anchors.http;

import org.jspecify.annotations.NullMarked;
