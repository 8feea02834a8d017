package dev.anchors.domain;

import java.util.function.IntPredicate;

/**
 * A hash table of positions in an array or a list, which takes a fraction of the memory of a {@code HashMap} of the
 * elements. It stores positions only; the owner supplies the equality test. One thread fills it; then any number read.
 */
final class PositionTable {

    private final int[] table; // each entry is a position plus one; 0 is an empty entry

    /** Makes a table of at most {@code capacity} positions. */
    PositionTable(int capacity) {
        table = new int[Integer.highestOneBit(Math.max(1, capacity + capacity / 2)) * 2];
    }

    /** Returns the position with this hash code that {@code isSought} accepts; negative if there is none. */
    int find(int hash, IntPredicate isSought) {
        int entry = first(hash);
        while (table[entry] != 0 && !isSought.test(table[entry] - 1)) {
            entry = next(entry);
        }
        return table[entry] - 1;
    }

    /** Adds a position that is not in the table yet. */
    void add(int hash, int position) {
        int entry = first(hash);
        while (table[entry] != 0) {
            entry = next(entry);
        }
        table[entry] = position + 1;
    }

    private int first(int hash) {
        return (hash ^ hash >>> 16) & table.length - 1;
    }

    private int next(int entry) {
        return entry + 1 & table.length - 1;
    }
}
