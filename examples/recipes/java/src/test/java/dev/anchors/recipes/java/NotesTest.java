package dev.anchors.recipes.java;

import static org.assertj.core.api.Assertions.assertThat;

import dev.anchors.domain.Anchor;
import dev.anchors.http.HttpAnchorRepository;
import dev.anchors.inmemory.InMemoryAnchorRepository;
import dev.anchors.ports.AnchorRepository;
import dev.anchors.testkit.fake.FakePiecesOs;
import org.junit.jupiter.api.Test;

class NotesTest {

    @Test
    void an_anchored_note_is_found_by_its_path() {
        try (AnchorRepository store = InMemoryAnchorRepository.create();
                FakePiecesOs service = FakePiecesOs.serving(store);
                AnchorRepository anchors = HttpAnchorRepository.builder()
                        .baseUrl(service.baseUrl())
                        .build()) {
            Notes notes = new Notes(anchors);

            Anchor anchor = notes.anchor("/home/ada/notes.md");

            assertThat(notes.at("/home/ada/notes.md")).containsExactly(anchor);
        }
    }
}
