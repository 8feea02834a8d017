/**
 * Calls of the service. {@link dev.anchors.http.internal.calls.Calls} makes one
 * {@link dev.anchors.http.internal.calls.Call} per operation of the port; a call sends one or a few
 * {@link dev.anchors.http.internal.calls.Request requests}, each described by an
 * {@link dev.anchors.http.internal.calls.Endpoint}, under one deadline that {@code Watchdog} keeps.
 *
 * <p>{@code Exchange} is one request in flight with its response; {@code Failures} says which failure of the port a broken
 * exchange is.
 */
@NullMarked
package dev.anchors.http.internal.calls;

import org.jspecify.annotations.NullMarked;
