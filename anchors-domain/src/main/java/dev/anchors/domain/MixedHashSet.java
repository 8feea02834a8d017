package dev.anchors.domain;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * A hash set of elements of several classes, with a {@link HashSet} for each class.
 *
 * <p>A {@code HashSet} keeps elements that share a hash code in a tree if they are {@link Comparable} to their own class. If
 * they are of several classes it has to search such a tree element by element, and input can be chosen so that all do.
 */
final class MixedHashSet<E> {

    private final Map<Class<?>, Set<E>> sets = new HashMap<>();

    /** Adds an element, and returns whether it is a new one. */
    boolean add(E element) {
        return sets.computeIfAbsent(element.getClass(), type -> new HashSet<>()).add(element);
    }

    boolean contains(E element) {
        return sets.getOrDefault(element.getClass(), Set.of()).contains(element);
    }
}
