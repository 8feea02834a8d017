package dev.anchors.testkit.fake;

import java.io.IOException;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import org.apache.hc.core5.http.ConnectionClosedException;

/**
 * A network fault that disturbs a response. A {@link Reply} schedules faults at moments of its response: any number of
 * faults for one response.
 *
 * <p>Immutable and reusable. Null arguments are rejected with {@link NullPointerException}.
 */
public final class Fault {

    /** The action of a fault. An exception closes the connection. */
    @FunctionalInterface
    interface Action {
        void applyTo(ResponseStream response) throws IOException;
    }

    private static final CountDownLatch NEVER = new CountDownLatch(1);

    private final String name;
    private final Action action;

    private Fault(String name, Action action) {
        this.name = name;
        this.action = action;
    }

    /** Returns a fault that closes the connection. The client receives all bytes that were sent before. */
    public static Fault closeConnection() {
        return new Fault("close connection", response -> {
            throw new ConnectionClosedException("closed by a fault");
        });
    }

    /** Returns a fault that resets the connection. Bytes that the client has not read yet may be lost. */
    public static Fault reset() {
        return new Fault("reset", ResponseStream::reset);
    }

    /**
     * Returns a fault that holds the response back until {@code released} is at zero, at most one day. The connection ends
     * earlier if the client disconnects or the fake is closed.
     */
    public static Fault stallUntil(CountDownLatch released) {
        Objects.requireNonNull(released, "released");
        return new Fault("stall", response -> response.stall(released, Duration.ofDays(1)));
    }

    /**
     * Returns a fault that holds the response back for a time. The connection ends earlier if the client disconnects or
     * the fake is closed. Prefer {@link #stallUntil}, which does not depend on time.
     *
     * @throws IllegalArgumentException if {@code time} is negative
     */
    public static Fault delay(Duration time) {
        checkNotNegative(time);
        return new Fault("delay " + time, response -> response.stall(NEVER, time));
    }

    /**
     * Returns a fault that sends the rest of the response byte by byte, with a pause before each byte. The connection
     * ends earlier if the client disconnects or the fake is closed.
     *
     * @throws IllegalArgumentException if {@code pause} is negative
     */
    public static Fault dribble(Duration pause) {
        checkNotNegative(pause);
        return new Fault("dribble " + pause, response -> response.dribble(pause));
    }

    /**
     * Returns a fault that replaces each remaining byte of the response with {@code 0xFF}, which is not valid in HTTP,
     * JSON or UTF-8. After a complete response, 64 such bytes follow. Then the connection is closed.
     */
    public static Fault garbage() {
        return new Fault("garbage", ResponseStream::garble);
    }

    void applyTo(ResponseStream response) throws IOException {
        action.applyTo(response);
    }

    private static void checkNotNegative(Duration time) {
        if (time.isNegative()) {
            throw new IllegalArgumentException("a pause must not be negative, but was " + time);
        }
    }

    @Override
    public String toString() {
        return name;
    }
}
