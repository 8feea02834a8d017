package dev.anchors.inmemory;

import java.util.Arrays;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.stream.IntStream;

/**
 * An ascending set of slots that only grows, for one writer and any number of readers.
 *
 * <p>Nearly always slots are added in ascending order, since an anchor comes with its paths and most of its links. An array
 * holds these slots, and a sorted set holds those of paths and links that older anchors get later.
 */
final class CandidateSlots {

    private int[] slots = new int[1];
    private volatile int size;
    private volatile Set<Integer> late = Set.of(); // all below the last of the array, and none of them in the array

    /** Adds a slot, and returns whether it is a new one. */
    boolean add(int slot) {
        int end = size;
        if (end > 0 && slot <= slots[end - 1]) {
            return Arrays.binarySearch(slots, 0, end, slot) < 0 && addLate(slot);
        }
        if (end == slots.length) {
            slots = Arrays.copyOf(slots, end * 2);
        }
        slots[end] = slot;
        size = end + 1; // the volatile write that lets readers see the slot, and the array it is in
        return true;
    }

    private boolean addLate(int slot) {
        if (late.isEmpty()) {
            late = new ConcurrentSkipListSet<>();
        }
        return late.add(slot);
    }

    /** Returns the slots in ascending order, at least those that were added before the call. */
    IntStream stream() {
        int end = size; // read first: an array that is read afterwards holds at least this many slots
        int[] seen = slots;
        IntStream early = Arrays.stream(seen, 0, end);
        return late.isEmpty()
                ? early
                : IntStream.concat(early, late.stream().mapToInt(Integer::intValue))
                        .sorted();
    }
}
