package dev.anchors.testkit.fake;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;

/**
 * The output of a connection. It counts the bytes of a response and applies the scheduled faults between them. An
 * {@link IOException} ends the connection.
 *
 * <p>Not thread-safe.
 */
final class ResponseStream extends OutputStream {

    private static final byte GARBAGE = (byte) 0xFF;
    private static final int GARBAGE_AFTER_RESPONSE = 64;

    private final OutputStream out;
    private final FaultySocket socket;

    private final Queue<ScheduledFault> pendingFaults = new ArrayDeque<>();
    private long bodyLength;
    private long bodySent;
    private int lineLength;
    private boolean statusLineSent;
    private boolean headSent;
    private @Nullable Duration pause;
    private boolean garbled;

    ResponseStream(OutputStream out, FaultySocket socket) {
        this.out = out;
        this.socket = socket;
    }

    /**
     * Begins a response.
     *
     * @param faults in the order of their moments
     * @param length the number of body bytes
     */
    void beginResponse(List<ScheduledFault> faults, long length) {
        pendingFaults.clear();
        pendingFaults.addAll(faults);
        bodyLength = length;
        bodySent = 0;
        lineLength = 0;
        statusLineSent = false;
        headSent = false;
        pause = null;
    }

    @Override
    public void write(int single) throws IOException {
        write(new byte[] {(byte) single}, 0, 1);
    }

    /** Sends the bytes up to the next fault, applies the fault, and goes on. */
    @Override
    public void write(byte[] bytes, int from, int count) throws IOException {
        int end = from + count;
        applyDueFaults();
        for (int position = from; position < end; applyDueFaults()) {
            int length = Math.toIntExact(Math.min(bytesUntilNextFault(), end - position));
            send(bytes, position, length);
            position += length;
        }
    }

    @Override
    public void flush() throws IOException {
        out.flush();
    }

    void reset() throws IOException {
        socket.setSoLinger(true, 0);
        socket.close();
    }

    void stall(CountDownLatch released, Duration limit) throws IOException {
        socket.stall(released, limit);
    }

    void dribble(Duration time) {
        pause = time;
    }

    void garble() throws IOException {
        garbled = true;
        if (isComplete()) {
            out.write(garbage(GARBAGE_AFTER_RESPONSE));
        }
        pendingFaults.add(ScheduledFault.afterResponse(Fault.closeConnection()));
    }

    private void applyDueFaults() throws IOException {
        for (ScheduledFault next = pendingFaults.peek(); next != null && isDue(next); next = pendingFaults.peek()) {
            pendingFaults.remove();
            next.fault().applyTo(this);
        }
    }

    private boolean isDue(ScheduledFault next) {
        return switch (next.moment()) {
            case BEFORE_RESPONSE -> true;
            case IN_HEADER -> statusLineSent;
            case IN_BODY -> headSent && bodySent >= Math.min(next.bytes(), bodyLength);
        };
    }

    private boolean isComplete() {
        return headSent && bodySent >= bodyLength;
    }

    /** Returns at least one, because the faults that are due have been applied. Heads are sent byte by byte. */
    private long bytesUntilNextFault() {
        ScheduledFault next = pendingFaults.peek();
        if (pause != null || (next != null && !headSent)) {
            return 1;
        }
        return next == null ? Long.MAX_VALUE : Math.min(next.bytes(), bodyLength) - bodySent;
    }

    private void send(byte[] bytes, int from, int count) throws IOException {
        if (pause != null) {
            socket.stall(new CountDownLatch(1), pause);
        }
        if (garbled) {
            out.write(garbage(count));
        } else {
            out.write(bytes, from, count);
        }
        if (headSent) {
            bodySent += count;
        } else if (count == 1) {
            trackHead(bytes[from]);
        }
    }

    private void trackHead(byte next) {
        if (next == '\n') {
            statusLineSent = true;
            headSent = lineLength == 0;
            lineLength = 0;
        } else if (next != '\r') {
            lineLength++;
        }
    }

    private static byte[] garbage(int count) {
        byte[] bytes = new byte[count];
        Arrays.fill(bytes, GARBAGE);
        return bytes;
    }
}
