/**
 * Calls of the service. {@link dev.anchors.http.internal.calls.Calls} makes one
 * {@link dev.anchors.http.internal.calls.Call} per operation of a port, or a
 * {@link dev.anchors.http.internal.calls.StreamCall} whose response is read part by part. A call sends one or a few
 * {@link dev.anchors.http.internal.calls.Request requests}, each described by an
 * {@link dev.anchors.http.internal.calls.Endpoint}.
 *
 * <p>From the call down: {@code Sender} sends requests under one deadline, which {@code Watchdog} keeps; {@code Exchange} is
 * one request in flight with its response. {@code Failures} says which failure of the ports a response or a broken exchange
 * is; {@code CallReport} notifies the observer. {@code Registration} sends by the {@code Sender} of a call, too.
 */
@NullMarked
package dev.anchors.http.internal.calls;

import org.jspecify.annotations.NullMarked;
