/**
 * The HTTP adapter: {@link dev.anchors.http.HttpAnchorRepository}, and a Dagger module that publishes it.
 *
 * <p>A call of the repository is a {@code Call}: one or a few exchanges with the service under one deadline, which the
 * {@code Watchdog} keeps. {@code Routes} and {@code SeedWriter} know what goes out, {@code AnchorReader} what comes back.
 */
@NullMarked
package dev.anchors.http;

import org.jspecify.annotations.NullMarked;
