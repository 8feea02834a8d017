package dev.anchors.domain;

import java.util.function.IntPredicate;

/**
 * A hash table of places in an array or a list, at a fraction of what a {@code HashMap} of the elements takes. What is
 * at a place only its owner knows, and says when asked. For one thread while it is filled; then for any number.
 */
final class Places {

    private final int[] table; // each place one higher than it is, since 0 is an empty entry

    /** For so many places at most. */
    Places(int most) {
        table = new int[Integer.highestOneBit(Math.max(1, most + most / 2)) * 2];
    }

    /** Returns the place that is the one asked for, among those of its hash code; negative for none. */
    int find(int hash, IntPredicate isIt) {
        int entry = first(hash);
        while (table[entry] != 0 && !isIt.test(table[entry] - 1)) {
            entry = next(entry);
        }
        return table[entry] - 1;
    }

    /** Enters a place, which is not in the table yet. */
    void enter(int hash, int place) {
        int entry = first(hash);
        while (table[entry] != 0) {
            entry = next(entry);
        }
        table[entry] = place + 1;
    }

    private int first(int hash) {
        return (hash ^ hash >>> 16) & table.length - 1;
    }

    private int next(int entry) {
        return entry + 1 & table.length - 1;
    }
}
