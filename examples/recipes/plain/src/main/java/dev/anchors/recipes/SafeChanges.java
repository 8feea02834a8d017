package dev.anchors.recipes;

import dev.anchors.domain.Anchor;
import dev.anchors.domain.AnchorId;
import dev.anchors.domain.MaterialId;
import dev.anchors.domain.SeededAnchor;
import dev.anchors.ports.AnchorNotFoundException;
import dev.anchors.ports.AnchorRepositoryException;
import dev.anchors.ports.Effect;
import dev.anchors.ports.FullAnchorRepository;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;

/** Repeats a change once if its outcome is unknown, so that it is made once. */
final class SafeChanges {

    private final FullAnchorRepository anchors;
    private final InstantSource clock;

    SafeChanges(FullAnchorRepository anchors, InstantSource clock) {
        this.anchors = anchors;
        this.clock = clock;
    }

    /** Creates an anchor. Looks by path among the anchors created since the call began before it repeats the call. */
    Anchor create(SeededAnchor seed) {
        Instant begin = clock.instant().truncatedTo(ChronoUnit.SECONDS); // a service may round its times down
        try {
            return anchors.create(seed);
        } catch (AnchorRepositoryException failure) {
            requireUnknown(failure);
            return anchors.snapshot().atPath(seed.fullpath()).stream()
                    .filter(anchor -> !anchor.createdAt().isBefore(begin))
                    .findFirst()
                    .orElseGet(() -> anchors.create(seed));
        }
    }

    /** Deletes an anchor. That there is none is success. */
    void delete(AnchorId anchor) {
        try {
            anchors.delete(anchor);
        } catch (AnchorNotFoundException gone) {
            return;
        } catch (AnchorRepositoryException failure) {
            requireUnknown(failure);
            deleteIfPresent(anchor);
        }
    }

    private void deleteIfPresent(AnchorId anchor) {
        try {
            anchors.delete(anchor);
        } catch (AnchorNotFoundException gone) {
            return; // the first call deleted it
        }
    }

    /** Links a material to an anchor. Doing it twice is the same as doing it once. */
    void associate(AnchorId anchor, MaterialId material) {
        try {
            anchors.links().associate(anchor, material);
        } catch (AnchorRepositoryException failure) {
            requireUnknown(failure);
            anchors.links().associate(anchor, material);
        }
    }

    /** Throws a failure that changed nothing: the caller decides whether to try again. */
    private static void requireUnknown(AnchorRepositoryException failure) {
        if (failure.effect() == Effect.NONE) {
            throw failure;
        }
    }
}
