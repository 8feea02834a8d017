package dev.anchors.recipes.dagger;

import dev.anchors.domain.Anchor;
import dev.anchors.domain.SeededAnchor;
import dev.anchors.ports.AnchorRepository;
import jakarta.inject.Inject;

/** Anchors notes to files. It knows the port and no adapter. */
final class Notes {

    private final AnchorRepository anchors;

    @Inject
    Notes(AnchorRepository anchors) {
        this.anchors = anchors;
    }

    Anchor anchor(String file) {
        return anchors.create(SeededAnchor.file(file));
    }
}
