package dev.anchors.http.internal.connections;

import java.io.IOException;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.core5.http.ClassicHttpResponse;

/**
 * The right to use one connection. It belongs to one thread at a time; another thread ends its work by cancelling the
 * request.
 */
public interface Lease extends AutoCloseable {

    /**
     * Waits until a connection may be used, which is held until {@link #close}. This is called once.
     *
     * @param nanos how long to wait at most, in nanoseconds
     * @return whether a connection may be used
     * @throws InterruptedException if the thread is interrupted, before or during the wait
     */
    boolean acquire(long nanos) throws InterruptedException;

    /**
     * Sets the address of the request, sends it, and returns the response as soon as its head has arrived.
     *
     * @param request a request with its method, headers and body
     * @param path what to ask for, below the base URL
     * @throws IOException if there is no connection, the connection broke, or the response is not HTTP
     */
    ClassicHttpResponse send(HttpUriRequestBase request, String path) throws IOException;

    /** Returns whether there was a connection to send the request by. */
    boolean wasConnected();

    /** Returns whether the connection had served an earlier request, so that the service may have closed it since. */
    boolean wasReused();

    /**
     * Says that the response was understood and read to its end, so that the connection may serve again. Without this the
     * connection is closed.
     */
    void keep(ClassicHttpResponse response);

    /** Closes the connection at once, which ends what the other thread waits for. Any thread may do so, more than once. */
    void abort();

    /** Releases a connection that may serve again, and closes any other; does nothing where none is held. */
    @Override
    void close();
}
