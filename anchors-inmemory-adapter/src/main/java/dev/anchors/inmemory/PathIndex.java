package dev.anchors.inmemory;

import dev.anchors.domain.FullPath;
import java.util.NavigableMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.stream.IntStream;

/** The candidate slots of each normalised path, in the order of the paths. For one writer and any number of readers. */
final class PathIndex {

    private static final CandidateSlots NONE = new CandidateSlots();

    private final NavigableMap<FullPath, CandidateSlots> table = new ConcurrentSkipListMap<>();

    /** Adds a slot to those of a path, and returns whether it is a new one. */
    boolean add(FullPath path, int slot) {
        return table.computeIfAbsent(path, absent -> new CandidateSlots()).add(slot);
    }

    /** Returns the slots that were ever added to a path, in ascending order. */
    IntStream slotsAt(FullPath path) {
        return table.getOrDefault(path, NONE).stream();
    }

    /** Returns the slots that were ever added to a path that begins with {@code prefix}, each once, in ascending order. */
    IntStream slotsWithPrefix(String prefix) {
        return table.tailMap(new FullPath(prefix)).entrySet().stream()
                .takeWhile(entry -> entry.getKey().value().startsWith(prefix))
                .flatMapToInt(entry -> entry.getValue().stream())
                .sorted()
                .distinct();
    }
}
