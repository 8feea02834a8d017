package dev.anchors.recipes.dagger;

import static org.assertj.core.api.Assertions.assertThat;

import dev.anchors.domain.Anchor;
import dev.anchors.domain.ConversationId;
import dev.anchors.http.HttpAnchorRepository;
import dev.anchors.inmemory.InMemoryAnchorRepository;
import dev.anchors.ports.AnchorRepository;
import dev.anchors.testkit.fake.FakePiecesOs;
import dev.anchors.testkit.fake.FakePiecesOsExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class NotesComponentTest {

    @RegisterExtension
    static final FakePiecesOsExtension PIECES_OS = FakePiecesOsExtension.serving(InMemoryAnchorRepository::create);

    @Test
    void a_note_is_anchored_and_discussed_over_http(FakePiecesOs service) {
        NotesComponent component = DaggerNotesComponent.factory()
                .create(HttpAnchorRepository.builder().baseUrl(service.baseUrl()));

        ConversationId conversation = new ConversationId("discussion");

        try (AnchorRepository anchors = component.anchors()) {
            Anchor note = component.notes().anchor("/home/ada/notes.md");
            component.notes().discuss(note.id(), conversation);

            assertThat(anchors.snapshot().linkedTo(conversation))
                    .extracting(Anchor::id)
                    .containsExactly(note.id());
        }
    }
}
