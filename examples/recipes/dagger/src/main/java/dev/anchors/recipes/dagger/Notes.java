package dev.anchors.recipes.dagger;

import dev.anchors.domain.Anchor;
import dev.anchors.domain.AnchorId;
import dev.anchors.domain.ConversationId;
import dev.anchors.domain.SeededAnchor;
import dev.anchors.ports.FullAnchorRepository;
import jakarta.inject.Inject;

/** Anchors notes to files. It knows the port and no adapter. */
final class Notes {

    private final FullAnchorRepository anchors;

    @Inject
    Notes(FullAnchorRepository anchors) {
        this.anchors = anchors;
    }

    Anchor anchor(String file) {
        return anchors.create(SeededAnchor.file(file));
    }

    void discuss(AnchorId note, ConversationId conversation) {
        anchors.links().associate(note, conversation);
    }
}
