/**
 * The in-memory adapter: {@link dev.anchors.inmemory.InMemoryAnchorRepository}, and a Dagger module that publishes it.
 */
@NullMarked
package dev.anchors.inmemory;

import org.jspecify.annotations.NullMarked;
