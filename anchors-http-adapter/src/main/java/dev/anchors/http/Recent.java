package dev.anchors.http;

import org.jspecify.annotations.Nullable;

/** Remembers the few values that came last, so that one that comes again is the same object. For one document. */
final class Recent<T> {

    private static final int PLACES = 4; // a power of two; an anchor and its points have two timestamps as a rule

    private final @Nullable Object[] values = new @Nullable Object[PLACES];
    private int next;

    /** Returns the equal value that came lately, or else this one. */
    @SuppressWarnings("unchecked") // nothing else was put into the array
    T sameAs(T value) {
        for (@Nullable Object known : values) {
            if (known != null && value.equals(known)) {
                return (T) known;
            }
        }
        values[next] = value;
        next = next + 1 & PLACES - 1;
        return value;
    }
}
