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
 * The fake's end of a connection. Faults get at the bytes here, below HttpCore, which knows nothing of them. For one
 * thread, save for {@link #close}.
 */
final class FaultySocket extends Socket {

    private static final long LOOK_NANOS = Duration.ofMillis(10).toNanos();

    private @Nullable PushbackInputStream requests;
    private @Nullable AnswerStream answers;

    @Override
    public PushbackInputStream getInputStream() throws IOException {
        if (requests == null) {
            requests = new PushbackInputStream(super.getInputStream());
        }
        return requests;
    }

    @Override
    public AnswerStream getOutputStream() throws IOException {
        if (answers == null) {
            answers = new AnswerStream(super.getOutputStream(), this);
        }
        return answers;
    }

    /**
     * Waits until it is released or the time is over.
     *
     * @throws IOException if the client leaves or the fake is closed meanwhile
     */
    void stall(CountDownLatch released, Duration limit) throws IOException {
        long end = System.nanoTime() + limit.toNanos();
        for (long left = limit.toNanos(); left > 0; left = end - System.nanoTime()) {
            if (isReleased(released, Math.min(left, LOOK_NANOS))) {
                return;
            }
            if (clientLeft()) {
                throw new ConnectionClosedException("the client had enough of waiting");
            }
        }
    }

    private static boolean isReleased(CountDownLatch latch, long nanos) throws IOException {
        try {
            return latch.await(nanos, TimeUnit.NANOSECONDS);
        } catch (InterruptedException end) {
            throw new IOException(end);
        }
    }

    /** Only reading tells. What is read is kept for HttpCore: a client may be on to its next request. */
    private boolean clientLeft() throws IOException {
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
        } catch (SocketTimeoutException stillThere) {
            return false;
        } finally {
            setSoTimeout(0);
        }
    }
}
