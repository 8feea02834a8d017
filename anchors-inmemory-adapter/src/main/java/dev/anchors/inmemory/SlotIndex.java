package dev.anchors.inmemory;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The candidate slots of each key, in a table for each class of keys. For one writer and any number of readers.
 *
 * <p>A {@link ConcurrentHashMap} keeps keys that share a hash code in a tree if they are {@link Comparable} to their own
 * class. If they are of several classes, as the ids of materials are, it has to search such a tree key by key.
 */
final class SlotIndex<K> {

    private static final CandidateSlots NONE = new CandidateSlots();

    private final Map<Class<?>, Map<K, CandidateSlots>> tables = new ConcurrentHashMap<>();

    /** Adds a slot to those of a key, and returns whether it is a new one. */
    boolean add(K key, int slot) {
        return tables.computeIfAbsent(key.getClass(), type -> new ConcurrentHashMap<>())
                .computeIfAbsent(key, absent -> new CandidateSlots())
                .add(slot);
    }

    /** Returns the slots that were ever added to a key, in ascending order. */
    CandidateSlots get(K key) {
        return tables.getOrDefault(key.getClass(), Map.of()).getOrDefault(key, NONE);
    }
}
