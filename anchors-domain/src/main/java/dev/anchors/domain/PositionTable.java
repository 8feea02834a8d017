package dev.anchors.domain;

import java.util.function.IntPredicate;

/**
 * A hash table of positions in an array or a list, which takes a fraction of the memory of a {@code HashMap} of the
 * elements. It stores positions only; the owner supplies the equality test. One thread fills it; then any number read.
 */
final class PositionTable {

    private static final int GOLDEN_RATIO = 0x9E3779B9; // the fraction of 2^32

    private final int[] table; // each entry is a position plus one; 0 is an empty entry
    private final int shift; // of a hash code, to the bits that number an entry

    /** Makes a table of at most {@code capacity} positions. */
    PositionTable(int capacity) {
        table = new int[Integer.highestOneBit(Math.max(1, capacity + capacity / 2)) * 2];
        shift = Integer.numberOfLeadingZeros(table.length) + 1;
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

    /** Spreads hash codes that are close to each other, as those of short texts are, so that entries form no long runs. */
    private int first(int hash) {
        return (hash * GOLDEN_RATIO) >>> shift;
    }

    private int next(int entry) {
        return entry + 1 & table.length - 1;
    }
}
