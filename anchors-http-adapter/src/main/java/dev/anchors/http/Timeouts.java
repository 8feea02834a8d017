package dev.anchors.http;

import java.time.Duration;
import java.util.Objects;

/** Validates timeouts. */
final class Timeouts {

    private Timeouts() {}

    /**
     * Returns the timeout.
     *
     * @param name how a message names it
     * @throws IllegalArgumentException if it is not positive
     */
    static Duration requirePositive(Duration timeout, String name) {
        Objects.requireNonNull(timeout, name);
        if (timeout.isZero() || timeout.isNegative()) {
            throw new IllegalArgumentException("the " + name + " must be positive, but was " + timeout);
        }
        return timeout;
    }
}
