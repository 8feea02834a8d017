package dev.anchors.domain;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A hash map that grows in short steps. A {@link HashMap} moves all its entries when it grows, which takes most of a second
 * for millions of them, and nothing can end that.
 *
 * <p>Beyond a size, further entries are spread over many maps, each of which grows on its own. Hash codes have to be spread
 * well, as those of {@link SipHash} are.
 */
final class GradualHashMap<K, V> {

    /** How many entries a map of 2^17 buckets takes before it grows. */
    static final int MOST_IN_FIRST = 98_304;

    private static final int PARTS = 256;
    private static final int PART_SHIFT = 24; // the first bits; a map uses the last bits of a hash code above all

    private final Map<K, V> first = new HashMap<>();
    private List<Map<K, V>> others = List.of(); // empty until the first map is full

    /** Returns the value of a key; null if there is none. */
    @Nullable
    V get(Object key) {
        V value = first.get(key);
        return value != null || others.isEmpty() ? value : other(key).get(key);
    }

    /** Adds a value, unless the key has one: then returns that one, and otherwise null. */
    @Nullable
    V putIfAbsent(K key, V value) {
        if (first.size() < MOST_IN_FIRST) {
            return first.putIfAbsent(key, value);
        }
        if (others.isEmpty()) {
            others = Stream.<Map<K, V>>generate(HashMap::new).limit(PARTS).toList();
        }
        V present = first.get(key);
        return present != null ? present : other(key).putIfAbsent(key, value);
    }

    /** Returns the number of entries in the largest of the maps: so many can be moved by one step. */
    int largestPart() {
        int largest = first.size();
        for (Map<K, V> other : others) {
            largest = Math.max(largest, other.size());
        }
        return largest;
    }

    private Map<K, V> other(Object key) {
        return others.get(key.hashCode() >>> PART_SHIFT);
    }
}
