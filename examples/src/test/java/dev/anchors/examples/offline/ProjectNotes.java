package dev.anchors.examples.offline;

import dev.anchors.domain.Anchor;
import dev.anchors.domain.AnchorType;
import dev.anchors.domain.AssetId;
import dev.anchors.domain.FullPath;
import dev.anchors.domain.SeededAnchor;
import dev.anchors.ports.AnchorRepository;
import java.util.List;

/** An application that pins notes to the directories of projects. It depends on the port and on no adapter. */
final class ProjectNotes {

    private final AnchorRepository anchors;

    ProjectNotes(AnchorRepository anchors) {
        this.anchors = anchors;
    }

    /** Pins a note to a project. Returns the existing anchor if the note is already pinned to that project. */
    Anchor pin(AssetId note, FullPath project) {
        return anchors.snapshot().atPath(project).stream()
                .filter(anchor -> anchor.assets().contains(note))
                .findFirst()
                .orElseGet(() -> anchors.create(SeededAnchor.builder(AnchorType.DIRECTORY, project)
                        .asset(note)
                        .build()));
    }

    /** Removes a note from all projects. */
    void unpin(AssetId note) {
        anchors.snapshot().linkedTo(note).forEach(anchor -> anchors.disassociate(anchor.id(), note));
    }

    /** Returns the projects that a note is pinned to. */
    List<FullPath> projectsOf(AssetId note) {
        return anchors.snapshot().linkedTo(note).stream()
                .flatMap(anchor -> anchor.paths().stream())
                .toList();
    }
}
