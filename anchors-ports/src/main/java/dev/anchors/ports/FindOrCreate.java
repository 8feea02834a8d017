package dev.anchors.ports;

import dev.anchors.domain.Anchor;
import dev.anchors.domain.SeededAnchor;
import java.util.Comparator;
import java.util.Optional;

/** Finds or creates an anchor by calls of a repository. */
record FindOrCreate(AnchorRepository anchors, SeededAnchor seed) {

    Anchor call() {
        return oldest().orElseGet(this::create);
    }

    private Optional<Anchor> oldest() {
        return anchors.snapshot().atPath(seed.fullpath()).stream()
                .filter(anchor -> anchor.rawType().equals(seed.rawType()))
                .min(Comparator.comparing(Anchor::createdAt));
    }

    private Anchor create() {
        try {
            return anchors.create(seed);
        } catch (AnchorRepositoryException failure) {
            if (failure.effect() == Effect.NONE) {
                throw failure;
            }
            return createdInSpiteOf(failure);
        }
    }

    /** Looks once whether a create of unknown effect took place (FOC-4). */
    private Anchor createdInSpiteOf(AnchorRepositoryException failure) {
        Optional<Anchor> found;
        try {
            found = oldest();
        } catch (AnchorRepositoryException | IllegalStateException second) { // the latter if the repository was closed
            failure.addSuppressed(second);
            throw failure;
        }
        return found.orElseThrow(() -> failure);
    }
}
