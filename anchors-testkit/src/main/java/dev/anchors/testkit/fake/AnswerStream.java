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
 * What a connection sends. It follows the bytes of an answer and has its faults strike between them; an IOException ends
 * the connection. For the thread of the connection alone.
 */
final class AnswerStream extends OutputStream {

    private static final byte NONSENSE = (byte) 0xFF;
    private static final int MUCH_NONSENSE = 64;

    private final OutputStream out;
    private final FaultySocket socket;

    private final Queue<ScheduledFault> ahead = new ArrayDeque<>();
    private long bodyLength;
    private long bodySent;
    private int lineLength;
    private boolean statusLineSent;
    private boolean headSent;
    private @Nullable Duration pause;
    private boolean garbled;

    AnswerStream(OutputStream out, FaultySocket socket) {
        this.out = out;
        this.socket = socket;
    }

    /** Says what is to strike at the answer that begins with the next byte. */
    void beginAnswer(List<ScheduledFault> faults, long length) {
        ahead.clear();
        ahead.addAll(faults);
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

    /** Goes from fault to fault; where none is ahead, nothing needs to be followed. */
    @Override
    public void write(byte[] bytes, int from, int count) throws IOException {
        int end = from + count;
        strike();
        for (int position = from; position < end; strike()) {
            int run = Math.toIntExact(Math.min(bytesUntilNextFault(), end - position));
            send(bytes, position, run);
            position += run;
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
        if (isWhole()) {
            out.write(nonsense(MUCH_NONSENSE));
        }
        ahead.add(ScheduledFault.afterAnswer(Fault.closeConnection()));
    }

    private void strike() throws IOException {
        for (ScheduledFault next = ahead.peek(); next != null && isDue(next); next = ahead.peek()) {
            ahead.remove();
            next.fault().strike(this);
        }
    }

    private boolean isDue(ScheduledFault next) {
        return switch (next.moment()) {
            case BEFORE_ANSWER -> true;
            case IN_HEADER -> statusLineSent;
            case IN_BODY -> headSent && bodySent >= Math.min(next.bytes(), bodyLength);
        };
    }

    private boolean isWhole() {
        return headSent && bodySent >= bodyLength;
    }

    /** At least one, since what is due has struck. */
    private long bytesUntilNextFault() {
        ScheduledFault next = ahead.peek();
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
            out.write(nonsense(count));
        } else {
            out.write(bytes, from, count);
        }
        if (headSent) {
            bodySent += count;
        } else if (count == 1) {
            follow(bytes[from]);
        }
    }

    private void follow(byte ofHead) {
        if (ofHead == '\n') {
            statusLineSent = true;
            headSent = lineLength == 0;
            lineLength = 0;
        } else if (ofHead != '\r') {
            lineLength++;
        }
    }

    private static byte[] nonsense(int count) {
        byte[] bytes = new byte[count];
        Arrays.fill(bytes, NONSENSE);
        return bytes;
    }
}
