package dev.anchors.domain;

import java.util.AbstractSet;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.Iterator;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An immutable set that keeps the order of its elements. Most sets here are tiny and there are very many of them: it is
 * an array, and beyond a few elements a hash table of places in it besides, at a fraction of what a {@code LinkedHashSet}
 * takes.
 */
final class OrderedSet<E> extends AbstractSet<E> {

    /** So many elements are as quickly compared as hashed. */
    private static final int FEW = 8;

    private static final int[] NO_TABLE = {};

    private final Object[] elements;
    private final int[] table; // of places in elements, each one higher than it is, since 0 is an empty entry

    private OrderedSet(Object[] elements, int[] table) {
        this.elements = elements;
        this.table = table;
    }

    /** Returns a set of what is in {@code elements}, in the order in which each comes first; null is refused. */
    static <E> Set<E> copyOf(Collection<? extends E> elements) {
        Object[] all = elements.toArray();
        if (all.length == 0) {
            return Set.of();
        }
        int[] table = all.length > FEW ? new int[Integer.highestOneBit(all.length) * 4] : NO_TABLE;
        int size = 0;
        for (Object element : all) {
            if (find(Objects.requireNonNull(element, "element"), all, size, table) < 0) {
                all[size++] = element;
                enter(element, size, table);
            }
        }
        return Collections.unmodifiableSet(
                new OrderedSet<>(size == all.length ? all : Arrays.copyOf(all, size), table));
    }

    @Override
    public int size() {
        return elements.length;
    }

    @Override
    public boolean contains(@Nullable Object element) {
        return element != null && find(element, elements, elements.length, table) >= 0;
    }

    @Override
    @SuppressWarnings("unchecked") // nothing else was put into the array
    public Iterator<E> iterator() {
        return (Iterator<E>) Arrays.asList(elements).iterator();
    }

    /** Returns the place of an element among the first {@code size}; negative for none. */
    private static int find(Object element, Object[] elements, int size, int[] table) {
        if (table.length == 0) {
            int place = size - 1;
            while (place >= 0 && !elements[place].equals(element)) {
                place--;
            }
            return place;
        }
        int entry = firstEntry(element, table);
        while (table[entry] != 0 && !elements[table[entry] - 1].equals(element)) {
            entry = (entry + 1) & (table.length - 1);
        }
        return table[entry] - 1;
    }

    private static void enter(Object element, int place, int[] table) {
        if (table.length > 0) {
            int entry = firstEntry(element, table);
            while (table[entry] != 0) {
                entry = (entry + 1) & (table.length - 1);
            }
            table[entry] = place;
        }
    }

    private static int firstEntry(Object element, int[] table) {
        int hash = element.hashCode();
        return (hash ^ (hash >>> 16)) & (table.length - 1);
    }
}
