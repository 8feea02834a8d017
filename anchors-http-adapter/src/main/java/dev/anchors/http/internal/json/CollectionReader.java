package dev.anchors.http.internal.json;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Reads collections of references: the elements in {@code iterable} and, by id, their positions in {@code indices}. */
final class CollectionReader {

    private final JsonCursor json;
    private final FieldOrder order = new FieldOrder();

    CollectionReader(JsonCursor json) {
        this.json = json;
    }

    /**
     * Returns the elements in their order, without those that have a negative position, which are no longer linked.
     *
     * @param element reads the element that is the current value; null for one without an id, which is left out
     * @param id returns the id of an element
     */
    <T> List<T> read(Supplier<@Nullable T> element, Function<T, String> id) {
        if (!json.beginObject(order)) {
            return List.of();
        }
        List<T> elements = List.of();
        Set<String> unlinked = Set.of();
        while (json.nextField(order)) {
            switch (json.field()) {
                case ITERABLE -> elements = elements(element);
                case INDICES -> unlinked = unlinked();
                default -> json.skipValue();
            }
        }
        return unlinked.isEmpty() ? elements : without(unlinked, elements, id);
    }

    private <T> List<T> elements(Supplier<@Nullable T> element) {
        if (!json.beginArray()) {
            return List.of();
        }
        List<T> elements = new ArrayList<>();
        while (json.nextElement()) {
            T next = element.get();
            if (next != null) {
                elements.add(next);
            }
        }
        return elements;
    }

    private Set<String> unlinked() {
        Set<String> unlinked = Set.of(); // hardly any collection needs more
        if (!json.beginMap()) {
            return unlinked;
        }
        while (json.nextEntry()) {
            Long position = json.longValue();
            if (position != null && position < 0) {
                unlinked = unlinked.isEmpty() ? new HashSet<>() : unlinked;
                unlinked.add(json.key());
            } else if (!unlinked.isEmpty()) {
                unlinked.remove(json.key()); // of two positions of one element the last one counts
            }
        }
        return unlinked;
    }

    private <T> List<T> without(Set<String> unlinked, List<T> elements, Function<T, String> id) {
        List<T> linked = new ArrayList<>();
        for (T element : elements) {
            if (!unlinked.contains(id.apply(element))) {
                linked.add(element);
            }
        }
        return linked;
    }
}
