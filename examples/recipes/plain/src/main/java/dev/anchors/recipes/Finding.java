package dev.anchors.recipes;

import dev.anchors.domain.Anchor;
import dev.anchors.domain.Anchors;
import dev.anchors.domain.AssetId;
import dev.anchors.domain.FullPath;
import dev.anchors.domain.SeededAnchor;
import dev.anchors.ports.AnchorRepository;
import java.nio.file.Path;
import java.util.List;

/** Frequent questions to a snapshot. */
record Finding(AnchorRepository anchors) {

    /** Returns the anchor of a directory, and creates it if there is none. */
    Anchor findOrCreate(Path directory) {
        return anchors.findOrCreate(SeededAnchor.directory(FullPath.of(directory)));
    }

    /** Returns all anchors, the newest first. */
    List<Anchor> newestFirst() {
        return anchors.snapshot().stream().sorted(Anchors.NEWEST_FIRST).toList();
    }

    /** Returns the anchors of the files and directories in a directory, at any depth. */
    List<Anchor> in(Path directory) {
        return anchors.snapshot().below(FullPath.of(directory));
    }

    /** Returns the paths that an asset is linked to. */
    List<FullPath> pathsOf(AssetId asset) {
        return anchors.snapshot().linkedTo(asset).stream()
                .flatMap(anchor -> anchor.paths().stream())
                .toList();
    }
}
