package dev.anchors.testkit.fake;

import java.io.IOException;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import org.apache.hc.core5.http.ConnectionClosedException;

/**
 * A way in which an answer goes wrong. A {@link Reply} says at which moment of the answer it strikes, and several may
 * strike at one answer. Immutable, and may be given any number of times.
 */
public final class Fault {

    /** What a fault does when its moment has come. */
    @FunctionalInterface
    interface Strike {
        void at(AnswerStream answer) throws IOException;
    }

    private static final CountDownLatch NEVER = new CountDownLatch(1);

    private final String name;
    private final Strike strike;

    private Fault(String name, Strike strike) {
        this.name = name;
        this.strike = strike;
    }

    /** The connection is closed; what was sent before arrives. */
    public static Fault closeConnection() {
        return new Fault("close connection", answer -> {
            throw new ConnectionClosedException("closed by a fault");
        });
    }

    /** The connection is reset; what was sent before may be lost, as far as the client has not read it. */
    public static Fault reset() {
        return new Fault("reset", AnswerStream::reset);
    }

    /**
     * The answer waits until the test counts {@code released} down, and then goes on; or until the client leaves or the
     * fake is closed.
     */
    public static Fault stallUntil(CountDownLatch released) {
        Objects.requireNonNull(released, "released");
        return new Fault("stall", answer -> answer.stall(released, Duration.ofDays(1)));
    }

    /**
     * The answer waits for so long and then goes on, unless the client leaves or the fake is closed before. A test that
     * can tell when to go on is faster and surer with {@link #stallUntil}.
     *
     * @throws IllegalArgumentException if the time is negative
     */
    public static Fault delay(Duration time) {
        notNegative(time);
        return new Fault("delay " + time, answer -> answer.stall(NEVER, time));
    }

    /**
     * From here on the answer comes byte by byte, each after a pause, until it is whole, the client leaves or the fake
     * is closed.
     *
     * @throws IllegalArgumentException if the pause is negative
     */
    public static Fault dribble(Duration pause) {
        notNegative(pause);
        return new Fault("dribble " + pause, answer -> answer.dribble(pause));
    }

    /**
     * From here on every byte of the answer is replaced by {@code 0xFF}, which is neither HTTP nor JSON nor UTF-8; after
     * the answer, some such bytes follow. In the end the connection is closed.
     */
    public static Fault garbage() {
        return new Fault("garbage", AnswerStream::garble);
    }

    void strike(AnswerStream answer) throws IOException {
        strike.at(answer);
    }

    private static void notNegative(Duration time) {
        if (time.isNegative()) {
            throw new IllegalArgumentException("nothing can wait for " + time);
        }
    }

    @Override
    public String toString() {
        return name;
    }
}
