package dev.anchors.http.internal.json;

import org.jspecify.annotations.Nullable;

/** Remembers the last few values of one document, so that a value that occurs again is held once. */
final class RecentValues<T> {

    private static final int CAPACITY = 4; // a power of two; an anchor and its points usually have two timestamps

    private final @Nullable Object[] values = new @Nullable Object[CAPACITY];
    private int next;

    /** Returns the equal value that is remembered, or else {@code value}. */
    @SuppressWarnings("unchecked") // the array holds nothing else
    T intern(T value) {
        for (@Nullable Object known : values) {
            if (known != null && value.equals(known)) {
                return (T) known;
            }
        }
        values[next] = value;
        next = next + 1 & CAPACITY - 1;
        return value;
    }
}
