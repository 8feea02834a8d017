package dev.anchors.inmemory;

import dev.anchors.domain.Anchors;
import dev.anchors.ports.ConnectionFailedException;
import dev.anchors.ports.Effect;
import dev.anchors.ports.Operation;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** The newest version of the anchors, which all ports of one repository share. Thread-safe; reads never wait. */
final class Store {

    private final ReentrantLock writing = new ReentrantLock();
    private volatile @Nullable StoreVersion version; // null once closed

    Store(Anchors initial) {
        version = StoreVersion.of(initial);
    }

    /**
     * Returns the newest version.
     *
     * @throws IllegalStateException if the store is closed
     */
    StoreVersion current() {
        StoreVersion now = version;
        if (now == null) {
            throw new IllegalStateException("the repository is closed");
        }
        return now;
    }

    /** Publishes a new version under the lock, and returns it. Code from outside never runs under the lock. */
    StoreVersion change(Operation operation, UnaryOperator<StoreVersion> change) {
        writing.lock();
        try {
            StoreVersion now = version;
            if (now == null) { // a call that began before close is not refused (LIF-1)
                throw new ConnectionFailedException(
                        operation, Effect.NONE, "the repository was closed during the call", null);
            }
            StoreVersion changed = change.apply(now);
            version = changed;
            return changed;
        } finally {
            writing.unlock();
        }
    }

    void close() {
        writing.lock();
        try {
            version = null;
        } finally {
            writing.unlock();
        }
    }

    /** Shows how many anchors there are, or that the store is closed. */
    @Override
    public String toString() {
        StoreVersion now = version;
        return now == null ? "closed" : now.size() + " anchors";
    }
}
