package dev.anchors.http.internal.calls;

import dev.anchors.ports.Effect;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * Registers the application with the service before the first request, and keeps the id. Thread-safe.
 *
 * <p>One call at a time registers, within its own deadline. Calls that begin meanwhile wait for it, each within its own
 * deadline, too, and the next of them registers if the one before failed. An interrupt ends the wait; close ends the call
 * that registers, and thereby the waits.
 */
public final class Registration {

    /** The header that carries the id. */
    public static final String HEADER = "X-Application-ID";

    private final Request<Optional<String>> request;
    private final ReentrantLock registering = new ReentrantLock();

    @SuppressWarnings("NullableOptional") // null until the service has responded; empty if it registers nobody
    private volatile @Nullable Optional<String> id;

    /** Makes a registration by a request whose response is the id, or empty if the service registers nobody. */
    public Registration(Request<Optional<String>> request) {
        this.request = request;
    }

    /** Returns the id of the application; registers by the sender of a call if no call has done so. */
    Optional<String> id(Sender sender) {
        Optional<String> known = id;
        return known == null ? register(sender) : known;
    }

    private Optional<String> register(Sender sender) {
        sender.acquire(registering, "another call was registering the application");
        try {
            Optional<String> known = id;
            if (known == null) {
                known = sender.send(sender.exchange(request, Effect.NONE), request)
                        .value(); // changes no anchor
                id = known;
            }
            return known;
        } finally {
            registering.unlock();
        }
    }
}
