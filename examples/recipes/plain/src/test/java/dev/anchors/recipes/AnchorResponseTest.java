package dev.anchors.recipes;

import static org.assertj.core.api.Assertions.assertThat;

import dev.anchors.domain.Anchor;
import dev.anchors.domain.ConversationId;
import dev.anchors.domain.SeededAnchor;
import dev.anchors.inmemory.InMemoryAnchorRepository;
import dev.anchors.ports.FullAnchorRepository;
import java.util.List;
import org.junit.jupiter.api.Test;

class AnchorResponseTest {

    @Test
    void a_response_has_the_values_of_the_anchor_as_plain_text() {
        FullAnchorRepository anchors = InMemoryAnchorRepository.create();
        Anchor created = anchors.create(SeededAnchor.file("/home/ada/notes.md"));
        anchors.links().associate(created.id(), new ConversationId("talk"));
        Anchor anchor = anchors.find(created.id()).orElseThrow();

        assertThat(AnchorResponse.of(anchor))
                .isEqualTo(new AnchorResponse(
                        anchor.id().value(),
                        "FILE",
                        List.of("/home/ada/notes.md"),
                        anchor.updatedAt(),
                        List.of(new AnchorResponse.Link("CONVERSATION", "talk"))));
    }
}
