package dev.anchors.recipes.notes;

import dev.anchors.domain.Anchor;
import dev.anchors.domain.ConversationId;
import dev.anchors.domain.FullPath;
import dev.anchors.domain.SeededAnchor;
import dev.anchors.ports.FullAnchorRepository;
import java.util.List;
import org.springframework.stereotype.Service;

/** The conversations about files. It knows no adapter. */
@Service
class Discussions {

    private final FullAnchorRepository anchors;

    Discussions(FullAnchorRepository anchors) {
        this.anchors = anchors;
    }

    /** Returns the conversations that are linked to a file. */
    List<ConversationId> about(FullPath file) {
        return anchors.snapshot().atPath(file).stream()
                .flatMap(anchor -> anchor.conversations().stream())
                .distinct()
                .toList();
    }

    /** Links a conversation to a file, for which there may be no anchor yet. */
    void add(FullPath file, ConversationId conversation) {
        Anchor anchor = anchors.findOrCreate(SeededAnchor.file(file));
        anchors.links().associate(anchor.id(), conversation);
    }
}
