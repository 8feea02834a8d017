/**
 * Anchors as JSON in the form of the service: {@link dev.anchors.http.json.AnchorsJson} reads captured responses and writes
 * documents, without a connection.
 */
@NullMarked
package dev.anchors.http.json;

import org.jspecify.annotations.NullMarked;
