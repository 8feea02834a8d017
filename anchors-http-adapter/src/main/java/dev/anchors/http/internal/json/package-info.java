/**
 * JSON for the HTTP adapter: {@link dev.anchors.http.internal.json.AnchorReader} and {@link
 * dev.anchors.http.internal.json.AnchorsReader} turn the body of a response into domain objects, {@link
 * dev.anchors.http.internal.json.SeedWriter} turns a seed into the body of a request.
 *
 * <p>Only public, documented API of Jackson is used, so that one set of class files works with every release of Jackson 3.
 */
@NullMarked
package dev.anchors.http.internal.json;

import org.jspecify.annotations.NullMarked;
