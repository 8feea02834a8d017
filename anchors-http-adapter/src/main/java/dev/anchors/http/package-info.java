/**
 * The HTTP adapter: {@link dev.anchors.http.HttpAnchorRepository}, a Dagger module that publishes it, and what it may be
 * given: a {@link dev.anchors.http.ServiceLocator} that finds the service, a {@link dev.anchors.http.CallListener}.
 *
 * <p>A call of the repository is a {@code Call}: one or a few exchanges with the service under one deadline, which the
 * {@code Watchdog} keeps; {@code Failures} says what becomes of one that went wrong. {@code Transport} holds the
 * connections. {@code Routes} and {@code SeedWriter} know what goes out, {@code AnchorReader} what comes back.
 */
@NullMarked
package dev.anchors.http;

import org.jspecify.annotations.NullMarked;
