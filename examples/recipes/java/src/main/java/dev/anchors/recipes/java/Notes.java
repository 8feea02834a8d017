package dev.anchors.recipes.java;

import dev.anchors.domain.Anchor;
import dev.anchors.domain.FullPath;
import dev.anchors.domain.SeededAnchor;
import dev.anchors.ports.AnchorRepository;
import java.util.List;

/** Notes of an application, which knows the port and no adapter. */
final class Notes {

    private final AnchorRepository anchors;

    Notes(AnchorRepository anchors) {
        this.anchors = anchors;
    }

    Anchor anchor(String file) {
        return anchors.create(SeededAnchor.file(file));
    }

    List<Anchor> at(String file) {
        return anchors.snapshot().atPath(new FullPath(file));
    }
}
