package dev.anchors.recipes.notes;

import dev.anchors.domain.Anchor;
import dev.anchors.domain.AnchorId;
import dev.anchors.domain.AnchorType;
import dev.anchors.domain.AssetId;
import dev.anchors.domain.ConversationId;
import dev.anchors.domain.FullPath;
import dev.anchors.domain.SeededAnchor;
import dev.anchors.ports.FullAnchorRepository;
import dev.anchors.ports.Transferables;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;

/** Pins notes to the directories of projects. */
@Service
class ProjectNotes {

    private final FullAnchorRepository anchors;

    ProjectNotes(FullAnchorRepository anchors) {
        this.anchors = anchors;
    }

    /** Pins a note to the directory of a project. */
    Anchor pin(AssetId note, FullPath project) {
        return anchors.create(
                SeededAnchor.builder(AnchorType.DIRECTORY, project).asset(note).build());
    }

    /** Returns the directories that a note is pinned to. */
    List<FullPath> projectsOf(AssetId note) {
        return anchors.snapshot().linkedTo(note).stream()
                .flatMap(anchor -> anchor.paths().stream())
                .toList();
    }

    /** Counts the pins; a stream does not hold all of them in memory. */
    long count() {
        try (Stream<Anchor> all = anchors.stream(Transferables.OMITTED)) {
            return all.count();
        }
    }

    /** Returns a pin, if it still exists. */
    Optional<Anchor> find(AnchorId pin) {
        return anchors.find(pin);
    }

    /** Links a conversation to a pin. */
    void discuss(AnchorId pin, ConversationId conversation) {
        anchors.links().associate(pin, conversation);
    }

    /** Removes a note from a pin and keeps the pin. */
    void unpin(AnchorId pin, AssetId note) {
        anchors.disassociate(pin, note);
    }

    /** Deletes a pin. */
    void remove(AnchorId pin) {
        anchors.delete(pin);
    }
}
