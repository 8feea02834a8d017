package dev.anchors.http.internal.json;

import java.util.Arrays;
import java.util.function.BiPredicate;
import org.jspecify.annotations.Nullable;

/** Remembers the last few values of one document, so that a value that occurs again is held once. */
final class RecentValues<T> {

    private static final int CAPACITY = 4; // a power of two; an anchor and its points usually have two timestamps

    private final BiPredicate<T, T> same;
    private final @Nullable Object[] values = new @Nullable Object[CAPACITY];
    private int next;

    /** @param same whether two values are the same in everything, also in what their equality ignores */
    RecentValues(BiPredicate<T, T> same) {
        this.same = same;
    }

    /** Forgets all values. */
    void clear() {
        Arrays.fill(values, null);
    }

    /** Returns the same value if it is remembered, or else {@code value}. */
    @SuppressWarnings("unchecked") // the array holds nothing else
    T intern(T value) {
        for (@Nullable Object known : values) {
            if (known != null && same.test(value, (T) known)) {
                return (T) known;
            }
        }
        values[next] = value;
        next = next + 1 & CAPACITY - 1;
        return value;
    }
}
