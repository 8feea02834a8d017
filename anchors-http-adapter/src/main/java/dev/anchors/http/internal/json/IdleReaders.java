package dev.anchors.http.internal.json;

import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;

/**
 * Keeps a few readers that have read a whole document for other documents. Nothing waits: a thread that finds none sets up
 * another one, and of those that two threads leave in one slot the last one stays. Thread-safe.
 */
final class IdleReaders {

    private static final int SLOTS = 16; // a power of two; more threads than that seldom decode at the same time

    private final AtomicReferenceArray<@Nullable AnchorReader> readers = new AtomicReferenceArray<>(SLOTS);

    /** Returns a reader, which belongs to the caller; null if there is none. */
    @Nullable
    AnchorReader take() {
        return readers.getAndSet(slot(), null);
    }

    /** Keeps a reader that its owner uses no longer. */
    void keep(AnchorReader reader) {
        readers.set(slot(), reader);
    }

    private static int slot() {
        return Thread.currentThread().hashCode() & SLOTS - 1;
    }
}
