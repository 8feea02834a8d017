package dev.anchors.recipes;

import dev.anchors.ports.AnchorRepositoryException;
import java.util.Collection;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;

/** Makes many changes, a few at once. */
final class ManyChanges {

    private static final int AT_ONCE = 8;

    private ManyChanges() {}

    /** Makes a change for each element. Returns the failures: every other change was made. */
    static <T> Map<T, AnchorRepositoryException> forEach(Collection<T> elements, Consumer<T> change)
            throws InterruptedException, ExecutionException {
        Map<T, AnchorRepositoryException> failures = new ConcurrentHashMap<>();
        ExecutorService pool = Executors.newFixedThreadPool(AT_ONCE);
        try {
            for (Future<?> done : pool.invokeAll(elements.stream()
                    .map(element -> task(element, change, failures))
                    .toList())) {
                done.get();
            }
        } finally {
            pool.shutdownNow();
        }
        return failures;
    }

    private static <T> Callable<Boolean> task(
            T element, Consumer<T> change, Map<T, AnchorRepositoryException> failures) {
        return () -> {
            try {
                change.accept(element);
                return true;
            } catch (AnchorRepositoryException failure) {
                failures.put(element, failure);
                return false;
            }
        };
    }
}
