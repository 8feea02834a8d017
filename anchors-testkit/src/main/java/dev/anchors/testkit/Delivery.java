package dev.anchors.testkit;

import java.io.IOException;
import java.time.Duration;
import org.apache.hc.core5.http.ConnectionClosedException;
import org.apache.hc.core5.http.HttpException;

/**
 * How a {@link Reply} goes out: well, or in one of the ways in which answers go wrong. A new fault is a new constant or
 * factory here and a factory in {@link Reply}.
 */
@FunctionalInterface
interface Delivery {

    /** One write, as it should be. */
    Delivery WHOLE = (reply, exchange) -> exchange.send(reply, out -> out.write(reply.body()));

    /** Nothing, and the connection ends. */
    Delivery HANG_UP = (reply, exchange) -> {
        throw new ConnectionClosedException("hung up, as told");
    };

    /** Nothing, and the connection stays for as long as the client does. */
    Delivery SILENCE = (reply, exchange) -> {
        while (!exchange.clientLeavesWithin(Duration.ofSeconds(1))) {
            // it still waits
        }
        throw new ConnectionClosedException("the client had enough of silence");
    };

    /** One byte after the other. */
    Delivery DRIP = (reply, exchange) -> exchange.send(reply, out -> {
        for (byte next : reply.body()) {
            out.write(next);
            out.flush();
            if (exchange.clientLeavesWithin(Duration.ofMillis(50))) {
                throw new ConnectionClosedException("the client had enough of dripping");
            }
        }
    });

    /** The head and so many bytes of the body, and the connection ends. */
    static Delivery cutAfter(int bytes) {
        return (reply, exchange) -> exchange.send(reply, out -> {
            out.write(reply.body(), 0, bytes);
            out.flush();
            throw new ConnectionClosedException("cut short, as told");
        });
    }

    /**
     * Answers, as far as it does.
     *
     * @throws IOException to end the connection, or because the client or the fake ended it
     */
    void deliver(Reply reply, Exchange exchange) throws IOException, HttpException;
}
