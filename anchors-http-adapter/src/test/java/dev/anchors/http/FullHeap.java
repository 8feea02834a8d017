package dev.anchors.http;

import dev.anchors.domain.AnchorId;
import java.time.Duration;

/** A program whose heap is too small for a snapshot of the service at the URL that is its argument. */
final class FullHeap {

    private static final int SNAPSHOTS = 2;

    private FullHeap() {}

    /** Prints each event of the listener; throws an error if a call does not end as it should. */
    public static void main(String[] arguments) {
        try (HttpAnchorRepository anchors = HttpAnchorRepository.builder()
                .baseUrl(arguments[0])
                .callTimeout(Duration.ofMinutes(10))
                .listener(event -> System.out.println(event.operation() + " " + event.failure()))
                .build()) {
            find(anchors); // loads classes, which would be spoilt for ever if there were no memory for them
            for (int i = 0; i < SNAPSHOTS; i++) {
                fillHeap(anchors);
                find(anchors);
            }
        }
    }

    private static void find(HttpAnchorRepository anchors) {
        if (anchors.find(new AnchorId("a")).isEmpty()) {
            throw new AssertionError("the anchor was not found");
        }
    }

    private static void fillHeap(HttpAnchorRepository anchors) {
        try {
            throw new AssertionError(
                    "the heap had room for " + anchors.snapshot().size() + " anchors");
        } catch (OutOfMemoryError expected) {
            // what was read is garbage now
        }
    }
}
