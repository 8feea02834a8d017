package dev.anchors.testkit.fake;

import java.io.IOException;
import java.io.PushbackInputStream;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.hc.core5.http.ConnectionClosedException;
import org.jspecify.annotations.Nullable;

/**
 * The server side of a connection. Faults act on the bytes in this class, below HttpCore.
 *
 * <p>Not thread-safe, except for {@link #close}.
 */
final class FaultySocket extends Socket {

    private static final long CHECK_INTERVAL_NANOS = Duration.ofMillis(10).toNanos();

    private @Nullable PushbackInputStream requests;
    private @Nullable ResponseStream responses;

    @Override
    public PushbackInputStream getInputStream() throws IOException {
        if (requests == null) {
            requests = new PushbackInputStream(super.getInputStream());
        }
        return requests;
    }

    @Override
    public ResponseStream getOutputStream() throws IOException {
        if (responses == null) {
            responses = new ResponseStream(super.getOutputStream(), this);
        }
        return responses;
    }

    /**
     * Waits until {@code released} is at zero or {@code limit} has passed.
     *
     * @throws IOException if the client disconnects or the fake is closed
     */
    void stall(CountDownLatch released, Duration limit) throws IOException {
        long end = System.nanoTime() + limit.toNanos();
        for (long left = limit.toNanos(); left > 0; left = end - System.nanoTime()) {
            if (isReleased(released, Math.min(left, CHECK_INTERVAL_NANOS))) {
                return;
            }
            if (clientDisconnected()) {
                throw new ConnectionClosedException("the client disconnected");
            }
        }
    }

    private static boolean isReleased(CountDownLatch latch, long nanos) throws IOException {
        try {
            return latch.await(nanos, TimeUnit.NANOSECONDS);
        } catch (InterruptedException interrupted) {
            throw new IOException(interrupted);
        }
    }

    /** Detects the end of the requests by reading a byte, which is kept for HttpCore: the next request may begin with it. */
    private boolean clientDisconnected() throws IOException {
        PushbackInputStream in = getInputStream();
        if (in.available() > 0) {
            return false;
        }
        setSoTimeout(1);
        try {
            int next = in.read();
            if (next >= 0) {
                in.unread(next);
            }
            return next < 0;
        } catch (SocketTimeoutException stillConnected) {
            return false;
        } finally {
            setSoTimeout(0);
        }
    }
}
